package dev.switchyard.adapter.listed;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointKind;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.profile.Access;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.LimitedServer;
import dev.switchyard.domain.model.ModelName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// A server that lists its models in OpenAI's form, which tells their names. Kinds that tell more
/// add to it. Safe for use by several threads.
public class ListingServer extends LimitedServer implements AutoCloseable {
  static final String MODELS = "/v1/models";

  private final EndpointKind kind;
  private final JsonQuestions questions;

  ListingServer(Access access) {
    this.kind = access.kind();
    this.questions = new JsonQuestions(access);
  }

  /// The one for its kind.
  ///
  /// @throws IllegalArgumentException for Ollama, which does far more
  public static ListingServer to(Access access) {
    return switch (access.kind()) {
      case LM_STUDIO -> new LmStudio(access);
      case LLAMA_SERVER -> new LlamaServer(access);
      case VLLM -> new Vllm(access);
      case GATEWAY -> new ListingServer(access);
      case OLLAMA -> throw new IllegalArgumentException("Ollama has an adapter of its own");
    };
  }

  @Override
  public EndpointUrl url() {
    return questions.url();
  }

  @Override
  public EndpointKind kind() {
    return kind;
  }

  /// Whoever tells no version is asked for the models: that also shows whether it lets us in.
  @Override
  public Known<String> release() throws PortException {
    var _ = questions.get(MODELS);
    return Known.unknown(Message.of("endpoint.version.untold"));
  }

  @Override
  public List<InstalledModel> installed() throws PortException {
    return models(questions.get(MODELS), "data", "id");
  }

  /// @param list the field with the models
  /// @param id each one's field with its name; one without a name cannot be asked for
  final List<InstalledModel> models(JsonNode answer, String list, String id) throws PortException {
    if (!answer.path(list).isArray()) {
      throw questions.unreadable(null);
    }
    var models = new ArrayList<InstalledModel>();
    for (var entry : answer.path(list)) {
      name(entry.path(id))
          .map(name -> fill(new ListedModel(name), entry).model())
          .ifPresent(models::add);
    }
    return models;
  }

  private static Optional<ModelName> name(JsonNode id) {
    return id.isString() ? ModelName.listed(id.stringValue()) : Optional.empty();
  }

  /// Adds what this kind tells of a model besides its name.
  ListedModel fill(ListedModel model, JsonNode entry) {
    return model;
  }

  final JsonQuestions questions() {
    return questions;
  }

  @Override
  public void close() {
    questions.close();
  }
}
