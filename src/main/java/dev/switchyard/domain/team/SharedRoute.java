package dev.switchyard.domain.team;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.modelfile.VariantName;
import dev.switchyard.domain.route.option.RouteOptions;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A project's route as a team shares it.
///
/// @param endpoint one of the file's endpoints; empty for the Ollama of each one's own machine
/// @param model as the endpoint names it
/// @param contextTokens the context length to tell Claude Code, 1 to 10 000 000 tokens
/// @param options those that differ from what is usual for the context
public record SharedRoute(
    Optional<String> endpoint, String model, int contextTokens, RouteOptions options)
    implements SharedPart {
  public static final int MOST_TOKENS = 10_000_000;

  private static final Pattern MODEL = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.:/@+-]{0,199}");

  /// @throws PortException REFUSED with what is wrong
  public static SharedRoute of(
      Optional<String> endpoint, String model, int contextTokens, RouteOptions options)
      throws PortException {
    if (!MODEL.matcher(model).matches()) {
      throw refused(Message.of("team.route.model"));
    }
    SharedText.check(model);
    if (contextTokens < 1 || contextTokens > MOST_TOKENS) {
      throw refused(Message.of("team.route.context", MOST_TOKENS));
    }
    return new SharedRoute(endpoint, model, contextTokens, options);
  }

  /// The model is what people know it by.
  @Override
  public String name() {
    return model;
  }

  @Override
  public List<Mark> marks() {
    return ModelName.parse(model)
        .filter(VariantName::isCloud)
        .map(_ -> new Mark(Mark.Kind.CLOUD_MODEL, Message.of("team.mark.cloud-model", model)))
        .stream()
        .toList();
  }

  private static PortException refused(Message reason) {
    return new PortException(PortException.Kind.REFUSED, reason);
  }
}
