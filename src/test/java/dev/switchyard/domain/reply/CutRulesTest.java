package dev.switchyard.domain.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.reply.CutPrompt.Sign;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class CutRulesTest {
  private static final String MODEL = "gemma4-claude";

  /// 18,000 tokens were sent.
  @Test
  void theRecordedAnswerWithoutTextAndWithoutErrorIsACut() throws Exception {
    var mapper = new JsonMapper();
    var recorded =
        mapper.readTree(
            Files.readAllBytes(
                Path.of("src/test/resources/ollama/0.25/long-prompt-small-context.json")));
    assertThat(recorded.path("status").asInt()).isEqualTo(200);
    var usage = mapper.readTree(recorded.path("body").asString()).path("usage");
    long prompt = usage.path("input_tokens").asLong();

    assertThat(sign(4_096, first(prompt, usage.path("output_tokens").asLong())))
        .contains(Sign.FULL);
    assertThat(sign(65_536, first(prompt, 3))).isEmpty();
  }

  /// Measured on 0.32.15.
  @ParameterizedTest
  @CsvSource({"4096,2050", "8192,4098", "16384,8194", "24576,12290", "4096,2051"})
  void whatOllamaLeavesOfAPromptIsKnownExactly(int context, long counted) {
    assertThat(sign(context, first(counted, 2))).contains(Sign.HALF);
    assertThat(sign(context, first(counted + 2, 2))).isEmpty();
    assertThat(sign(context * 2, first(counted, 2))).isEmpty();
  }

  @Test
  void aConversationThatGrowsPastTheHalfIsNotCut() {
    assertThat(sign(65_536, first(32_000, 10), next(32_770, 3_000))).isEmpty();
    assertThat(sign(65_536, first(20_000, 10), next(32_770, 250_000)))
        .as("far more came than was counted")
        .contains(Sign.HALF);
    assertThat(sign(65_536, first(50_000, 10), next(32_770, 100))).contains(Sign.HALF);
    assertThat(sign(4_096, first(2_050, 2), next(2_050, 10)))
        .as("cut again and again")
        .contains(Sign.HALF);
    assertThat(sign(65_536, unknownBefore(32_770))).as("what came before is not known").isEmpty();
  }

  @Test
  void lessThanThereWasBeforeIsCutOnlyWhereTheContextIsNearlyFull() {
    assertThat(sign(24_576, first(24_165, 2), next(24_164, 2_345))).contains(Sign.SHORT);
    assertThat(sign(65_536, first(24_165, 2), next(20_000, 2_345)))
        .as("Claude Code has left something out itself")
        .isEmpty();
  }

  @Test
  void anotherModelCountsOtherwise() {
    var other = new Reply(Instant.EPOCH, "another", 24_000, 2, 10, false);

    assertThat(sign(24_576, first(24_400, 2), other)).isEmpty();
  }

  @Test
  void anAnswerMayBeWhatDoesNotFit() {
    assertThat(sign(32_768, first(30_000, 3_000))).contains(Sign.OVERRUN);
    assertThat(sign(32_768, first(30_000, 2_000))).isEmpty();
  }

  @Test
  void anEarlierCutIsToldAsLongAsTheConversationGoesOn() {
    var replies = List.of(first(24_165, 2), next(20_000, 20_000), next(20_100, 400));

    var cut = CutRules.last(replies, 24_576).orElseThrow();
    assertThat(cut.reply()).isEqualTo(replies.get(1));
    assertThat(cut.atLeast().orElseThrow()).isEqualTo(24_165 + 20_000 / 6);
  }

  /// Whatever is said, a conversation that fits, and in which nothing is lost, raises no alarm.
  @Test
  void aConversationThatFitsIsNeverCut() {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    for (int i = 0; i < 3_000; i++) {
      int context = 4_096 << random.nextInt(6);
      long prompt = random.nextInt(context / 2);
      var replies = new ArrayList<Reply>();
      while (true) {
        long bytes = random.nextInt(20_000);
        // No tokenizer makes fewer of it.
        long grown = prompt + (long) (bytes / (2.5 + random.nextDouble() * 2.5)) + 1;
        long output = random.nextInt(500);
        if (grown + output > context) {
          break;
        }
        replies.add(new Reply(Instant.EPOCH, MODEL, grown, output, bytes, replies.isEmpty()));
        prompt = grown + output;
      }
      // The very first prompt alone may meet the number; nothing before tells otherwise.
      if (!replies.isEmpty() && sign(context, replies.getFirst()).isEmpty()) {
        assertThat(CutRules.last(replies, context)).as("seed %d", seed).isEmpty();
      }
    }
  }

  private static Optional<Sign> sign(int context, Reply... replies) {
    return CutRules.last(Arrays.asList(replies), context).map(CutPrompt::sign);
  }

  private static Reply first(long prompt, long output) {
    return new Reply(Instant.EPOCH, MODEL, prompt, output, 0, true);
  }

  private static Reply next(long prompt, long added) {
    return new Reply(Instant.EPOCH, MODEL, prompt, 2, added, false);
  }

  private static Reply unknownBefore(long prompt) {
    return next(prompt, 0);
  }
}
