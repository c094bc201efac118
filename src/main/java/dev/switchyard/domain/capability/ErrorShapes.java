package dev.switchyard.domain.capability;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.capability.Outcome.Answered;
import dev.switchyard.domain.capability.Outcome.Counted;
import dev.switchyard.domain.capability.Outcome.Failed;
import dev.switchyard.domain.capability.Outcome.Refused;
import dev.switchyard.domain.capability.Step.Ask;
import dev.switchyard.domain.capability.Step.Done;
import java.util.List;

/// Errors in Anthropic's form, by which Claude Code tells what it may try again: a request that
/// lacks `max_tokens`, and one for a model that is not there.
final class ErrorShapes implements Probe {
  private static final String NO_MODEL = "switchyard-has-no-such-model";

  /// What is expected of a question that cannot be answered.
  private record Expected(int status, String type) {
    boolean isMetBy(Outcome outcome) {
      return outcome instanceof Refused(int said, var named, _)
          && said == status
          && named.equals(type);
    }
  }

  private static final List<Expected> EXPECTED =
      List.of(new Expected(400, "invalid_request_error"), new Expected(404, "not_found_error"));

  @Override
  public String id() {
    return "error-shapes";
  }

  @Override
  public Step next(Subject subject, List<Exchange> soFar) {
    for (int at = 0; at < soFar.size(); at++) {
      var outcome = soFar.get(at).outcome();
      if (!EXPECTED.get(at).isMetBy(outcome)) {
        return new Done(unmet(EXPECTED.get(at), outcome));
      }
    }
    var question = Question.to(subject, 1).user("Say hello.");
    return switch (soFar.size()) {
      case 0 -> new Ask(question.without("max_tokens"));
      case 1 -> new Ask(question.with("model", NO_MODEL));
      default -> new Done(Judgement.works(Message.of("capability.error-shapes.works")));
    };
  }

  private static Judgement unmet(Expected expected, Outcome outcome) {
    return switch (outcome) {
      case Failed(var reason, _) -> Judgement.unknown(reason);
      case Answered _, Counted _ ->
          Judgement.ignored(Message.of("capability.error-shapes.answered", expected.status()));
      case Refused(int status, var type, var words) ->
          Judgement.ignored(
              Message.of(
                  "capability.error-shapes.other",
                  expected.status(),
                  expected.type(),
                  status,
                  type.isEmpty() ? words : type));
    };
  }
}
