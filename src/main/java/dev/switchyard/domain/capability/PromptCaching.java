package dev.switchyard.domain.capability;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.capability.Step.Ask;
import dev.switchyard.domain.capability.Step.Done;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether a prompt's beginning that the server has read is read again: by the time to the first
/// token, never by what a field says. Each round asks twice with one long beginning and another
/// question behind it, then twice with another one.
final class PromptCaching extends AnsweredProbe {
  /// So short that most machines read it in seconds, and, where that is too quick to tell, longer.
  private static final List<Integer> WORDS = List.of(1_000, 4_000);

  private static final int ASKED_PER_ROUND = 4;

  /// One beginning that took so long is enough, in milliseconds: no other program's load takes or
  /// gives half of it.
  private static final long SLOW_MS = 30_000;

  /// Less is as much as the request itself takes, in milliseconds.
  private static final long LEAST_MS = 200;

  private static final double MOST_OF_FIRST = 0.5;
  private static final double LEAST_WITHOUT_CACHE = 0.8;

  /// A word may be several tokens, and the prompt must fit.
  private static final int TOKENS_PER_WORD = 8;

  @Override
  public String id() {
    return "prompt-caching";
  }

  @Override
  Step after(Subject subject, List<Answer> answers) {
    if (answers.stream().anyMatch(answer -> !answer.streamed())) {
      return new Done(Judgement.unknown(Message.of("capability.streaming.whole")));
    }
    int round = answers.size() / ASKED_PER_ROUND;
    int inRound = answers.size() % ASKED_PER_ROUND;
    var pairs = pairs(answers);
    boolean mayJudge =
        !pairs.isEmpty() && (inRound == 0 || inRound == 2 && pairs.getLast().firstMs() >= SLOW_MS);
    if (mayJudge) {
      var judged = judge(inRound == 0 ? pairs.subList(pairs.size() - 2, pairs.size()) : pairs);
      if (judged.isPresent()) {
        return new Done(judged.get());
      }
    }
    return round == WORDS.size()
        ? new Done(open(pairs.getLast()))
        : new Ask(question(subject, round, inRound));
  }

  /// The times to the first token with one beginning, in milliseconds.
  private record Pair(long firstMs, long againMs) {
    boolean isSpared() {
      return firstMs >= LEAST_MS && againMs <= MOST_OF_FIRST * firstMs;
    }

    boolean isReadAgain() {
      return firstMs >= LEAST_MS && againMs >= LEAST_WITHOUT_CACHE * firstMs;
    }
  }

  private static List<Pair> pairs(List<Answer> answers) {
    var pairs = new ArrayList<Pair>();
    for (int at = 0; at + 1 < answers.size(); at += 2) {
      pairs.add(
          new Pair(
              answers.get(at).firstToken().toMillis(),
              answers.get(at + 1).firstToken().toMillis()));
    }
    return pairs;
  }

  private static Optional<Judgement> judge(List<Pair> pairs) {
    var last = pairs.getLast();
    if (pairs.stream().allMatch(Pair::isSpared)) {
      return Optional.of(
          Judgement.works(
              Message.of("capability.prompt-caching.spared", last.firstMs(), last.againMs())));
    }
    return pairs.stream().allMatch(Pair::isReadAgain)
        ? Optional.of(
            Judgement.ignored(
                Message.of("capability.prompt-caching.again", last.firstMs(), last.againMs())))
        : Optional.empty();
  }

  private static Judgement open(Pair last) {
    return Judgement.unknown(
        Message.of("capability.prompt-caching.open", last.firstMs(), last.againMs()));
  }

  private static Question question(Subject subject, int round, int inRound) {
    int room = subject.contextLength().toOptional().orElse(Integer.MAX_VALUE) / TOKENS_PER_WORD;
    var salt = subject.salt() + "-" + round + "-" + inRound / 2;
    return Question.to(subject, 8)
        .system(salt + " " + Filler.words(Math.min(room, WORDS.get(round))))
        .user(inRound % 2 == 0 ? "Say one." : "Say two.")
        .asStream();
  }
}
