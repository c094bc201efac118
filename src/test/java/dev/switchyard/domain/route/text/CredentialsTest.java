package dev.switchyard.domain.route.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CredentialsTest {
  @Test
  void aLongValueIsMaskedAsAShortOne() {
    assertThat(Credentials.masked("  \"ANTHROPIC_API_KEY\": \"" + "x\\n".repeat(50_000) + "\","))
        .isEqualTo("  \"ANTHROPIC_API_KEY\": \"••••••\",");
  }
}
