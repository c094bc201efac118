package dev.switchyard.domain.health;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointKind;
import dev.switchyard.domain.endpoint.detect.Response;
import dev.switchyard.domain.health.HealthLine.Heard;
import java.util.ArrayList;
import java.util.List;

/// Which models a server lists, and whether those that are wished for are among them.
final class AskForModels {
  private final HealthSubject subject;
  private final Conversation conversation;

  AskForModels(HealthSubject subject, Conversation conversation) {
    this.subject = subject;
    this.conversation = conversation;
  }

  Known<ListedModels> list() throws PortException {
    return switch (conversation.get(ListedModels.PATH)) {
      case Heard.Failed(var obstacle) -> Known.unknown(obstacle.text(subject.url()));
      case Heard.Answered(var response, _, _) -> list(response);
    };
  }

  private Known<ListedModels> list(Response response) {
    if (response.asksForToken()) {
      return Known.unknown(Message.of("endpoint.health.list-shut", subject.name()));
    }
    return response.isAnswer()
        ? ListedModels.parse(response.body())
            .map(Known::of)
            .orElseGet(() -> Known.unknown(Message.of("endpoint.health.no-list", subject.name())))
        : Known.unknown(
            Message.of("endpoint.health.list-status", subject.name(), response.status()));
  }

  /// Unknown as soon as one of them is.
  Known<List<ModelPresence>> presence(Known<ListedModels> list) throws PortException {
    var found = new ArrayList<ModelPresence>();
    for (var model : subject.wish().models()) {
      switch (list) {
        case Known.Unknown<ListedModels>(var reason) -> {
          return Known.unknown(reason);
        }
        case Known.Value<ListedModels>(var listed) -> {
          switch (presence(listed, model)) {
            case Known.Unknown<ModelPresence>(var reason) -> {
              return Known.unknown(reason);
            }
            case Known.Value<ModelPresence>(var presence) -> found.add(presence);
          }
        }
      }
    }
    return Known.of(List.copyOf(found));
  }

  private Known<ModelPresence> presence(ListedModels listed, String model) throws PortException {
    if (listed.has(subject.kind(), model)) {
      return Known.of(new ModelPresence.Listed(model));
    }
    if (!listed.whole()) {
      return Known.unknown(Message.of("endpoint.health.list-cut", subject.name(), model));
    }
    if (listed.hasPatterns()) {
      return Known.unknown(Message.of("endpoint.health.list-pattern", subject.name(), model));
    }
    return subject.kind() == EndpointKind.LLAMA_SERVER && listed.names().size() == 1
        ? answersEveryName(model, listed.names().getFirst())
        : Known.of(new ModelPresence.Missing(model));
  }

  /// Unless it is started as a router, which says so.
  ///
  /// Source: llama.cpp `tools/server/README.md`, model management.
  private Known<ModelPresence> answersEveryName(String model, String served) throws PortException {
    return switch (conversation.get("/props")) {
      case Heard.Answered(var response, _, _) when response.isAnswer() ->
          Known.of(
              response.fact("role").filter("router"::equals).isPresent()
                  ? new ModelPresence.Missing(model)
                  : new ModelPresence.AnswersEveryName(model, served));
      default -> Known.unknown(Message.of("endpoint.health.no-props", subject.name(), model));
    };
  }
}
