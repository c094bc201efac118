package dev.switchyard.adapter.about;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BuiltPartsTest {
  private static final String BUILT =
      """
      {"revision":"3f2a9c1","address":"https://example.org/switchyard",
       "parts":[{"module":"okio","name":"Okio","version":"3.18.1","licence":"Apache-2.0",
                 "address":"https://example.org/okio","texts":["t0","t1"]}],
       "texts":{"t0":"first","t1":"second"}}
      """;

  @Test
  void aPartHasItsNameAndItsTexts() {
    var part = built(BUILT).part("okio", "");

    assertThat(part.name()).isEqualTo("Okio");
    assertThat(part.version()).isEqualTo("3.18.1");
    assertThat(part.licence().orElseThrow().texts()).containsExactly("first", "second");
  }

  @Test
  void theBuildIsKnown() {
    assertThat(built(BUILT).revision()).contains("3f2a9c1");
    assertThat(built(BUILT).address()).contains(URI.create("https://example.org/switchyard"));
  }

  @Test
  void whereTheBuildWroteNothingNothingIsMadeUp() {
    var none = BuiltParts.of(InputStream.nullInputStream());

    assertThat(none.revision()).isEmpty();
    assertThat(none.address()).isEmpty();
    assertThat(none.part("okio", "3.18.1").licence()).isEmpty();
    assertThat(none.part("okio", "3.18.1").name()).isEqualTo("okio");
  }

  private static BuiltParts built(String json) {
    return BuiltParts.of(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }
}
