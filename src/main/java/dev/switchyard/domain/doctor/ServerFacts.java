package dev.switchyard.domain.doctor;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.Version;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.domain.model.ModelName;
import java.util.List;
import java.util.Optional;

/// What a server has said.
///
/// @param url its address
/// @param reply how it answered
/// @param models all that are installed there
/// @param loaded those in memory
public record ServerFacts(
    EndpointUrl url,
    Known<Reply> reply,
    Known<List<InstalledModel>> models,
    Known<List<LoadedModel>> loaded) {
  /// How an address answers.
  public sealed interface Reply {
    /// It is Ollama.
    record Ollama(Version version) implements Reply {}

    /// Nobody listens there.
    record Down(Message reason) implements Reply {}

    /// Somebody takes the connection and does not answer in time.
    record Silent(Message reason) implements Reply {}

    /// Something answers that is not Ollama.
    record Foreign(Message reason) implements Reply {}
  }

  /// Empty where it is not Ollama that answers, or where that is not known.
  public Optional<Version> version() {
    return reply
        .toOptional()
        .flatMap(one -> one instanceof Reply.Ollama(var v) ? Optional.of(v) : Optional.empty());
  }

  public boolean answers() {
    return version().isPresent();
  }

  public Known<Optional<InstalledModel>> model(ModelName name) {
    return models.map(all -> all.stream().filter(one -> one.name().equals(name)).findFirst());
  }
}
