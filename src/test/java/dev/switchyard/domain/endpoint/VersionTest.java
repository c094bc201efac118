package dev.switchyard.domain.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTest {
  @ParameterizedTest
  @CsvSource({
    "0.32.15, 0.32.15",
    "v0.33.0-rc2, 0.33.0-rc2",
    "2.1.330 (Claude Code), 2.1.330",
    "'  0.14.3\n', 0.14.3",
    "1.2, 1.2.0"
  })
  void readsWhatProgramsPrint(String printed, String version) {
    assertThat(Version.parse(printed)).hasToString("Optional[" + version + "]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ollama", "1", "version 0.1.2"})
  void takesNothingElse(String text) {
    assertThat(Version.parse(text)).isEmpty();
  }

  @Test
  void ordersPreReleasesBeforeTheirRelease() {
    var ordered = List.of("0.14.0", "0.30.0", "0.33.0-rc2", "0.33.0-rc10", "0.33.0", "1.0.0");
    assertThat(
            ordered.reversed().stream().map(VersionTest::version).sorted().map(Version::toString))
        .containsExactlyElementsOf(ordered);
  }

  private static Version version(String text) {
    return Version.parse(text).orElseThrow();
  }
}
