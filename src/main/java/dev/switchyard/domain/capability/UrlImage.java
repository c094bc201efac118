package dev.switchyard.domain.capability;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.capability.Outcome.Refused;
import dev.switchyard.domain.capability.Step.Ask;
import dev.switchyard.domain.capability.Step.Done;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A picture that the server would have to fetch. Nobody serves the address that it is given: where
/// it fetches pictures it fails with that, and where it answers it has left the picture out.
final class UrlImage extends AnsweredProbe {
  /// The port of the service "discard", on the server's own machine.
  private static final String NOWHERE = "http://127.0.0.1:9/red.png";

  private static final int BAD_REQUEST = 400;

  @Override
  public String id() {
    return "url-image";
  }

  @Override
  Step after(Subject subject, List<Answer> answers) {
    return answers.isEmpty()
        ? new Ask(question(subject))
        : new Done(Judgement.ignored(Message.of("capability.url-image.left-out")));
  }

  private static Question question(Subject subject) {
    return Question.to(subject, 16)
        .user(
            List.of(
                Map.of("type", "image", "source", Map.of("type", "url", "url", NOWHERE)),
                Map.of("type", "text", "text", "What is on this picture?")));
  }

  @Override
  Judgement withoutAnswer(Outcome outcome) {
    if (outcome instanceof Refused(int status, _, var words)) {
      var lowerCased = words.toLowerCase(Locale.ROOT);
      boolean ofItsKind =
          status == BAD_REQUEST
              && (lowerCased.contains("base64") || lowerCased.contains("source type"));
      return ofItsKind
          ? Judgement.withoutAnswer(outcome)
          : Judgement.unknown(Message.of("capability.url-image.perhaps-fetched", status, words));
    }
    return Judgement.withoutAnswer(outcome);
  }
}
