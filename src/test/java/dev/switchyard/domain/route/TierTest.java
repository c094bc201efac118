package dev.switchyard.domain.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TierTest {
  @ParameterizedTest
  @CsvSource({
    "opus, ANTHROPIC_DEFAULT_OPUS_MODEL",
    "best, ANTHROPIC_DEFAULT_OPUS_MODEL",
    "sonnet, ANTHROPIC_DEFAULT_SONNET_MODEL",
    "OpusPlan, ANTHROPIC_DEFAULT_SONNET_MODEL",
    "Haiku, ANTHROPIC_DEFAULT_HAIKU_MODEL",
    "fable, ANTHROPIC_DEFAULT_FABLE_MODEL"
  })
  void anAliasStandsForWhatTheVariableOfItsTierSays(String alias, String variable) {
    assertThat(Tier.ofAlias(alias)).map(Tier::variable).contains(variable);
  }

  /// `default` is Claude Code's own choice, which the settings may decide in other ways.
  @ParameterizedTest
  @ValueSource(strings = {"default", "claude-opus-5-5", "gemma4:26b", ""})
  void otherNamesAreNoAliases(String name) {
    assertThat(Tier.ofAlias(name)).isEmpty();
  }

  @Test
  void aModelOfAnthropicsNamesItsTier() {
    assertThat(Tier.partOf("claude-Haiku-5-5")).contains(Tier.HAIKU);
    assertThat(Tier.partOf("gemma4:26b")).isEmpty();
  }
}
