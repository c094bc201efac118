package dev.switchyard.domain.capability;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.Tokens;
import dev.switchyard.domain.capability.Outcome.Answered;
import dev.switchyard.domain.capability.Outcome.Refused;
import dev.switchyard.domain.capability.Step.Ask;
import dev.switchyard.domain.capability.Step.Done;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// A conversation longer than the context: it works where the server says so, so that Claude Code
/// compacts it, and is ignored where the server cuts it without a word.
///
/// What is too long stands in the first of three messages: a server that cuts drops that one as a
/// whole and has little left to read (Ollama `server/prompt.go`).
final class LongPrompt implements Probe {
  /// A part of the context that is sent beyond it.
  private static final int BEYOND = 64;

  @Override
  public String id() {
    return "long-prompt";
  }

  @Override
  public Step next(Subject subject, List<Exchange> soFar) {
    return switch (subject.contextLength()) {
      case Known.Unknown<Integer>(var reason) ->
          new Done(Judgement.unknown(Message.of("capability.long-prompt.no-context", reason)));
      case Known.Value<Integer>(var context) -> {
        int words = context + context / BEYOND + BEYOND;
        yield soFar.isEmpty()
            ? new Ask(question(subject, words))
            : new Done(judge(soFar.getFirst().outcome(), words, context));
      }
    };
  }

  private static Question question(Subject subject, int words) {
    return Question.to(subject, 4)
        .user(subject.salt() + " " + Filler.words(words))
        .assistant("I have read it.")
        .user("Say hello.");
  }

  private static Judgement judge(Outcome outcome, int words, int context) {
    return switch (outcome) {
      case Refused(int status, _, var said) when speaksOfLength(said) ->
          Judgement.works(Message.of("capability.long-prompt.told", status, said));
      case Refused(int status, _, var said) ->
          Judgement.unknown(Message.of("capability.refused", status, said));
      case Answered(var answer) when answer.promptTokens() == 0 ->
          Judgement.unknown(Message.of("capability.not-counted"));
      case Answered(var answer) when answer.promptTokens() < words ->
          Judgement.ignored(
              Message.of(
                  "capability.long-prompt.cut", words, new Tokens(context), answer.promptTokens()));
      case Answered(var answer) ->
          Judgement.unknown(Message.of("capability.long-prompt.fits", answer.promptTokens()));
      default -> Judgement.withoutAnswer(outcome);
    };
  }

  private static boolean speaksOfLength(String words) {
    var lowerCased = words.toLowerCase(Locale.ROOT);
    return Stream.of("context", "too long", "too many tokens", "maximum", "exceed")
        .anyMatch(lowerCased::contains);
  }
}
