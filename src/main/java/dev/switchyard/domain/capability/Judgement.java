package dev.switchyard.domain.capability;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.capability.Outcome.Answered;
import dev.switchyard.domain.capability.Outcome.Counted;
import dev.switchyard.domain.capability.Outcome.Failed;
import dev.switchyard.domain.capability.Outcome.Refused;

/// A verdict and what it rests on.
///
/// @param reason for the person, with the figures or words that decided
public record Judgement(Verdict verdict, Message reason) {
  static Judgement works(Message reason) {
    return new Judgement(Verdict.WORKS, reason);
  }

  static Judgement ignored(Message reason) {
    return new Judgement(Verdict.IGNORED, reason);
  }

  static Judgement refused(Message reason) {
    return new Judgement(Verdict.REFUSED, reason);
  }

  static Judgement unknown(Message reason) {
    return new Judgement(Verdict.UNKNOWN, reason);
  }

  /// Where the answer that a probe needs did not come.
  static Judgement withoutAnswer(Outcome outcome) {
    return switch (outcome) {
      case Refused(int status, _, var words) ->
          refused(Message.of("capability.refused", status, words));
      case Failed(var reason, _) -> unknown(reason);
      case Answered _, Counted _ -> unknown(Message.of("capability.other-answer"));
    };
  }
}
