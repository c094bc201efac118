package dev.switchyard.domain.modelfile;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.model.ModelName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Which names a variant may have. A name is more than a label: Claude Code and Ollama both read
/// meaning out of it.
public final class VariantName {
  /// Claude Code finds its own models by such parts of a name, and then sends another prompt and
  /// assumes another context.
  private static final Pattern CLAUDE_MODEL =
      Pattern.compile(
          "(opus|sonnet|haiku|fable|mythos)-\\d|claude-\\d++(?![a-z])|claude-(opus|sonnet|haiku|fable|mythos)");

  /// Words that Claude Code's `--model` replaces by a model of its own.
  private static final Set<String> CLAUDE_WORDS =
      Set.of("opus", "sonnet", "haiku", "fable", "default", "best", "opusplan", "inherit");

  /// Ollama chooses Gemma 4's prompt by such a part of the name, before it looks at the size.
  private static final Pattern GEMMA_SIZE = Pattern.compile("e2b|e4b|12b|26b|31b");

  private VariantName() {}

  /// What is wrong with this name. Errors refuse the build.
  ///
  /// @param base the model that it is built from, where known: for Gemma's sizes
  public static List<Problem> check(String text, Optional<ModelName> base) {
    var whole = new Span(0, text.length());
    var name = ModelName.parse(text);
    if (name.isEmpty()) {
      return List.of(
          Problem.error(whole, "invalid model name", Message.of("modelfile.name.invalid", text)));
    }
    var found = new ArrayList<Problem>();
    if (isClaudeLike(name.get())) {
      found.add(Problem.error(whole, "", Message.of("modelfile.name.claude", text)));
    }
    if (isCloud(name.get()) || tagOf(name.get()).equals("local")) {
      found.add(Problem.error(whole, "", Message.of("modelfile.name.reserved", text)));
    }
    base.filter(name.get()::equals)
        .ifPresent(
            model -> found.add(Problem.warning(whole, Message.of("modelfile.name.isBase", model))));
    base.flatMap(model -> gemmaTrap(name.get(), model))
        .ifPresent(trap -> found.add(Problem.warning(whole, trap)));
    return List.copyOf(found);
  }

  /// A name for a variant of this model: `gemma4-claude` for `gemma4:26b`. The tag is left out, as
  /// a size in a name can mean something to Ollama.
  public static String suggest(ModelName base) {
    var model = base.withoutTag();
    return model.substring(model.lastIndexOf('/') + 1) + "-claude";
  }

  /// Whether Claude Code would take the name for one of its own models.
  public static boolean isClaudeLike(ModelName name) {
    var lower = name.shortText().toLowerCase(Locale.ROOT);
    return CLAUDE_WORDS.contains(lower) || CLAUDE_MODEL.matcher(lower).find();
  }

  /// Whether Ollama sends requests for such a name to its cloud.
  public static boolean isCloud(ModelName name) {
    var lower = name.toString().toLowerCase(Locale.ROOT);
    return lower.endsWith(":cloud") || lower.endsWith("-cloud");
  }

  private static Optional<Message> gemmaTrap(ModelName name, ModelName base) {
    var inBase = sizeIn(base);
    var inName = sizeIn(name);
    boolean gemma = base.toString().toLowerCase(Locale.ROOT).contains("gemma4");
    return gemma && inName.isPresent() && !inName.equals(inBase)
        ? Optional.of(Message.of("modelfile.name.gemmaSize", name, inName.get(), base))
        : Optional.empty();
  }

  private static Optional<String> sizeIn(ModelName name) {
    var match = GEMMA_SIZE.matcher(name.toString().toLowerCase(Locale.ROOT));
    return match.find() ? Optional.of(match.group()) : Optional.empty();
  }

  private static String tagOf(ModelName name) {
    return name.toString()
        .substring(name.withoutTag().length())
        .replaceFirst("^:", "")
        .toLowerCase(Locale.ROOT);
  }
}
