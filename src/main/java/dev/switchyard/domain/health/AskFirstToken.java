package dev.switchyard.domain.health;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.PortException.Kind;
import dev.switchyard.domain.endpoint.EndpointKind;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.model.PullSuggestions;
import dev.switchyard.domain.probe.MessagesEndpoint;
import dev.switchyard.domain.probe.MessagesEndpoint.Question;
import dev.switchyard.domain.probe.StreamedReply;
import dev.switchyard.domain.route.text.JsonLiterals;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Has a model answer one short streamed request, as Claude Code would send it.
final class AskFirstToken {
  private static final int MOST_TOKENS = 16;

  private final MessagesEndpoint endpoint;
  private final Function<EndpointUrl, ModelServer> servers;
  private final Duration limit;

  AskFirstToken(
      MessagesEndpoint endpoint, Function<EndpointUrl, ModelServer> servers, Duration limit) {
    this.endpoint = endpoint;
    this.servers = servers;
    this.limit = limit;
  }

  /// @throws PortException CANCELLED
  Known<FirstToken> ask(Health soFar, Cancellation cancellation) throws PortException {
    var subject = soFar.subject();
    if (!subject.wish().firstToken()) {
      return Known.unknown(Message.of("endpoint.health.first-token-not-asked"));
    }
    var model = model(soFar);
    if (model.isEmpty()) {
      return Known.unknown(Message.of("endpoint.health.first-token-which", subject.name()));
    }
    if (isCloud(subject.kind(), model.get())) {
      return Known.unknown(Message.of("endpoint.health.first-token-cloud", model.get()));
    }
    var loaded = loaded(subject, model.get());
    try {
      var reply = endpoint.ask(new Question(subject.url(), body(model.get()), limit), cancellation);
      var first = StreamedReply.pieces(reply).getFirst();
      return Known.of(new FirstToken(model.get(), first.since(), loaded));
    } catch (PortException e) {
      if (e.kind() == Kind.CANCELLED) {
        throw e;
      }
      return Known.unknown(e.text());
    }
  }

  /// The wished one, or the only one that there is.
  private static Optional<String> model(Health soFar) {
    var wished = soFar.subject().wish().models();
    return wished.isEmpty()
        ? soFar.listed().toOptional().filter(list -> list.size() == 1).map(List::getFirst)
        : Optional.of(wished.getFirst());
  }

  /// It would be charged for.
  private static boolean isCloud(EndpointKind kind, String model) {
    return kind == EndpointKind.OLLAMA
        && ModelName.parse(model).filter(PullSuggestions::isCloud).isPresent();
  }

  private static String body(String model) {
    return "{\"model\":%s,\"max_tokens\":%d,\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"Say hello.\"}]}"
        .formatted(JsonLiterals.text(model), MOST_TOKENS);
  }

  private Known<Boolean> loaded(HealthSubject subject, String model) {
    try {
      var server = servers.apply(subject.url());
      var loaded = server.loaded();
      var name = ModelName.parse(model);
      if (name.isEmpty()) {
        return Known.unknown(Message.of("endpoint.health.loaded-untold"));
      }
      if (loaded.isEmpty() || loaded.stream().anyMatch(one -> one.name().equals(name.get()))) {
        return Known.of(!loaded.isEmpty());
      }
      return Known.of(isAlias(server, name.get(), loaded));
    } catch (PortException e) {
      return Known.unknown(e.text());
    }
  }

  /// The server names a model after the alias that loaded it first.
  private static boolean isAlias(ModelServer server, ModelName name, List<LoadedModel> loaded)
      throws PortException {
    return server.installed().stream()
        .filter(one -> one.name().equals(name))
        .map(InstalledModel::digest)
        .anyMatch(digest -> loaded.stream().anyMatch(one -> one.digest().equals(digest)));
  }
}
