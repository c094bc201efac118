package dev.switchyard.domain.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PullSuggestionsTest {
  @Test
  void theServersLocalRecommendationsFollowTheCatalogue() {
    var recommended =
        List.of(
            new Recommendation(ModelName.of("kimi-k2.6:cloud"), "in the cloud", 262_144, 0),
            new Recommendation(ModelName.of("gemma4:latest"), "known already", 0, 12_000_000_000L),
            new Recommendation(ModelName.of("qwen3.5"), "coding", 0, 14_000_000_000L));

    var suggestions = PullSuggestions.of(recommended, List.of());

    assertThat(suggestions)
        .extracting(suggestion -> suggestion.name().toString())
        .startsWith("gemma4:26b", "gemma4", "gemma4:e2b", "gemma4:31b", "qwen3.5");
    assertThat(suggestions.get(4).needs().arguments()).containsExactly(14L);
  }
}
