package dev.switchyard.domain.route.option;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.route.RouteKeys;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteOptionTest {
  @Test
  void everyKeyOfAnOptionIsOwnedAndHasAReason() {
    for (var option : RouteOption.values()) {
      assertThat(option.keys()).allSatisfy(key -> assertThat(RouteKeys.find(key)).isPresent());
    }
  }

  @Test
  void aStrongerLevelOfSlimWritesMoreAndSendsLess() {
    var levels = RouteOption.SLIM.levels();
    for (int i = 1; i < levels.size(); i++) {
      assertThat(levels.get(i).writes().entrySet())
          .containsAll(levels.get(i - 1).writes().entrySet());
      assertThat(levels.get(i).promptBytes()).isLessThan(levels.get(i - 1).promptBytes());
    }
  }

  @Test
  void whatStandsInAFileIsFoundAgain() {
    for (var option : RouteOption.values()) {
      for (var level : option.levels()) {
        var writes = RouteOptions.UNNAMED.with(option, level).writes();

        var found =
            RouteOptions.standing(
                (key, text) -> Optional.ofNullable(writes.get(key)).equals(Optional.of(text)));

        assertThat(found.level(option)).isEqualTo(level);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "16384, full",
    "32768, full",
    "45056, light",
    "49152, none",
    "65536, none",
    "131072, none",
    "262144, none"
  })
  void toolsAreLeftOutOnlyWhereTheContextNeedsIt(int context, String level) {
    assertThat(RouteOption.SLIM.usual(context).name()).isEqualTo(level);
  }

  /// Measured on Claude Code 2.1.330: where it began to compact.
  @ParameterizedTest
  @CsvSource({
    "32768, 4096, 15672",
    "65536, 8192, 44344",
    "131072, 16384, 101688",
    "262144, 32000, 229144"
  })
  void theBudgetIsWhatClaudeCodeMakesOfTheContext(int context, int output, int compactsAt) {
    var budget = new ContextBudget(context);

    assertThat(budget.outputTokens()).isEqualTo(output);
    assertThat(budget.compactsAt()).isEqualTo(compactsAt);
  }

  @Test
  void aTinyContextHasNoRoomRatherThanLessThanNone() {
    assertThat(new ContextBudget(1_024).compactsAt()).isZero();
    assertThat(new ContextBudget(16_384).roomBeside(5_000)).isZero();
  }

  @Test
  void theFirstPromptIsCountedOverAllOptions() {
    var slim = RouteOptions.UNNAMED.with(RouteOption.SLIM, RouteOption.SLIM.levels().getLast());

    assertThat(FirstPrompt.tokens(RouteOptions.UNNAMED)).isEqualTo(12_800);
    assertThat(FirstPrompt.tokens(slim)).isEqualTo(5_300);
  }

  @Test
  void whatIsNamedCountsBeforeWhatIsUsual() {
    var light = RouteOption.SLIM.level("light").orElseThrow();
    var named = RouteOptions.UNNAMED.with(RouteOption.SLIM, light);
    var all = named.orElse(RouteOptions.usual(32_768));

    assertThat(all.level(RouteOption.SLIM)).isEqualTo(light);
    assertThat(all.levels().keySet()).containsAll(List.of(RouteOption.values()));
    assertThat(all.otherThan(RouteOptions.usual(32_768))).isEqualTo(named);
  }
}
