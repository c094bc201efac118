package dev.switchyard.domain.health;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointKind;
import dev.switchyard.domain.endpoint.detect.Inquiry.Question;
import dev.switchyard.domain.endpoint.detect.Messages;
import dev.switchyard.domain.endpoint.detect.Response;
import dev.switchyard.domain.health.HealthLine.Heard;

/// Whether requests are let in, and whether those of the Messages API are understood: told by how
/// an empty one is refused, with the token and without it. No model has to answer for it.
///
/// Statuses alone do not tell: LiteLLM without a database answers 500 where the key is missing and
/// 400 where it is wrong, llama-server 500 where only a field is missing.
final class AskAtDoor {
  private static final Question EMPTY = new Question("POST", Messages.PATH);
  private static final Question LIST = new Question("GET", ListedModels.PATH);

  private final HealthSubject subject;
  private final Conversation conversation;

  AskAtDoor(HealthSubject subject, Conversation conversation) {
    this.subject = subject;
    this.conversation = conversation;
  }

  record Door(Known<Admission> admission, Known<Boolean> speaksMessages) {}

  /// How an answer to a request is to be taken.
  private enum Meaning {
    /// Whoever asked was let in.
    PASSED,
    /// A credential is wanted.
    SHUT,
    UNCLEAR
  }

  Door ask() throws PortException {
    return switch (conversation.ask(EMPTY)) {
      case Heard.Failed(var obstacle) ->
          new Door(
              Known.unknown(obstacle.text(subject.url())),
              Known.unknown(obstacle.text(subject.url())));
      case Heard.Answered(var response, _, _) -> {
        var speaks = Messages.areSpoken(response);
        yield new Door(
            speaks.equals(Known.of(false)) ? byList() : admission(EMPTY, response), speaks);
      }
    };
  }

  /// A server without the Messages API says at its list of models whether it wants a token.
  private Known<Admission> byList() throws PortException {
    return switch (conversation.ask(LIST)) {
      case Heard.Failed(var obstacle) -> Known.unknown(obstacle.text(subject.url()));
      case Heard.Answered(var response, _, _) -> admission(LIST, response);
    };
  }

  private Known<Admission> admission(Question question, Response response) throws PortException {
    return switch (meaning(question, response)) {
      case UNCLEAR -> Known.unknown(unclear(response));
      case PASSED ->
          conversation.hasToken().equals(Known.of(true))
              ? withoutToken(question)
              : Known.of(Admission.NOT_ASKED);
      // Where our token could not be read, that is why.
      case SHUT -> conversation.hasToken().map(_ -> Admission.REFUSED);
    };
  }

  /// What passes with the token and does not without it was let in by the token.
  private Known<Admission> withoutToken(Question question) throws PortException {
    return switch (conversation.askWithoutToken(question)) {
      case Heard.Failed(var obstacle) -> Known.unknown(obstacle.text(subject.url()));
      case Heard.Answered(var response, _, _) ->
          Known.of(
              meaning(question, response) == Meaning.PASSED
                  ? Admission.NOT_ASKED
                  : Admission.ADMITTED);
    };
  }

  private static Meaning meaning(Question question, Response response) {
    if (response.asksForToken()) {
      return Meaning.SHUT;
    }
    boolean understood =
        question.equals(LIST)
            ? response.isAnswer()
            : Messages.areSpoken(response).equals(Known.of(true));
    return understood ? Meaning.PASSED : Meaning.UNCLEAR;
  }

  private Message unclear(Response response) {
    if (response.status() >= 300 && response.status() < 400) {
      return Message.of("endpoint.health.redirects", subject.name(), response.status());
    }
    var key =
        subject.kind() == EndpointKind.GATEWAY
            ? "endpoint.health.unclear-gateway"
            : "endpoint.health.unclear";
    return Message.of(key, subject.name(), response.status());
  }
}
