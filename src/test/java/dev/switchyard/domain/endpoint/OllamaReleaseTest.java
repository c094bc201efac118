package dev.switchyard.domain.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OllamaReleaseTest {
  @ParameterizedTest
  @CsvSource({
    "0.13.5, false, 5",
    "0.14.0-rc1, false, 5",
    "0.14.0, true, 5",
    "0.14.3, true, 5",
    "0.15.5, true, 4",
    "0.24.0, true, 1",
    "0.32.15, true, 0",
    "0.33.0-rc2, true, 0"
  })
  void saysWhetherItServesAndHowManyFixesItLacks(String text, boolean serves, int lacking) {
    var version = Version.parse(text).orElseThrow();

    assertThat(OllamaRelease.serves(version)).isEqualTo(serves);
    assertThat(OllamaRelease.lacking(version)).hasSize(lacking);
    assertThat(version.isAtLeast(OllamaRelease.recommended())).isEqualTo(lacking == 0);
  }
}
