package dev.switchyard.domain.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OllamaVersionsTest {
  @Test
  void theFirstVersionWithMessagesCanServe() {
    assertThat(OllamaVersions.canServe(Version.of(0, 13, 9))).isFalse();
    assertThat(OllamaVersions.canServe(Version.parse("0.14.0-rc1").orElseThrow())).isFalse();
    assertThat(OllamaVersions.canServe(Version.of(0, 14, 0))).isTrue();
  }

  @Test
  void namesOnlyTheFixesThatAVersionLacks() {
    assertThat(OllamaVersions.missing(Version.of(0, 14, 3))).hasSize(6);
    assertThat(OllamaVersions.missing(Version.of(0, 19, 0)))
        .extracting(OllamaVersions.Fix::since)
        .containsExactly(Version.of(0, 23, 4), Version.of(0, 32, 2));
    assertThat(OllamaVersions.missing(OllamaVersions.recommended())).isEmpty();
  }
}
