package dev.switchyard.domain.doctor.check;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.doctor.Check;
import dev.switchyard.domain.doctor.Finding;
import dev.switchyard.domain.doctor.MachineFacts;
import dev.switchyard.domain.doctor.Outcome;
import dev.switchyard.domain.doctor.ServerFacts.Reply;
import java.util.Optional;

/// A check of how the server answers, for what depends on nothing else: what it does for each kind
/// of answer.
abstract class OfReply implements Check {
  @Override
  public final Outcome of(MachineFacts facts) {
    return switch (facts.server().reply()) {
      case Known.Unknown<Reply>(var reason) -> new Outcome.Unknown(reason);
      case Known.Value<Reply>(var reply) ->
          found(facts, reply)
              .<Outcome>map(Outcome.Found::new)
              .orElseGet(() -> otherwise(facts, reply));
    };
  }

  /// What is wrong with this answer.
  abstract Optional<Finding> found(MachineFacts facts, Reply reply);

  /// Another answer says that it is not this.
  Outcome otherwise(MachineFacts facts, Reply reply) {
    return Outcome.fine("doctor.fine.not-this", facts.server().url().toString());
  }
}
