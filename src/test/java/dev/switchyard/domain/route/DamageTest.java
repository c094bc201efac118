package dev.switchyard.domain.route;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DamageTest {
  private static final String KEPT =
      """
      {
        "permissions": {"allow": ["Read(a \\"b\\")", "Bash(*)"], "deny": []},
        "includeCoAuthoredBy": true,
        "cleanupPeriodDays": 30
      }
      """;

  @ParameterizedTest
  @ValueSource(strings = {"\\}\\s*$", "(?s)ys\": 30.*$", "[\\[\\]{}]", ",", ":", "\\]"})
  void whatIsCutOffOrLacksPunctuationIsDamaged(String lost) {
    assertThat(isDamaged(KEPT.replaceAll(lost, ""))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"// mine", "// \"mine\"", "# true", "/* 1\n2 */"})
  void aCommentIsNothingThatIsSaid(String comment) {
    assertThat(isDamaged(KEPT.replaceFirst("\\{", "{" + comment + "\n"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "KEPT, \"Bash(*)\"| ",
        ", \"Bash(*)\"|, // \"Bash(*)\"\n",
        ", \"Bash(*)\"|, /* \"Bash(*)\" */",
        ", \"Bash(*)\"|, # \"Bash(*)\"\n",
        "true,|false",
        "true,|",
        "30|90,",
        "\"deny\": []|\"deny\": [\"Bash(*)\",]",
        "\"allow\": [|\"allow\": [\"Edit\",,",
        "\"Bash(*)\"|'Bash(*)'",
        "\"Bash(*)\"|Bash(*)"
      })
  void whatSaysSomethingElseWasEdited(String change) {
    var edited = change.replace("KEPT", "").split("\\|", 2);
    assertThat(KEPT).contains(edited[0]);

    assertThat(isDamaged(KEPT.replace(edited[0], edited[1]))).isFalse();
  }

  @Test
  void aLongTextIsReadAsAShortOne() {
    var text = "x\\\"".repeat(50_000);
    var kept = "{\"a\": \"" + text + "\", \"b\": [1]}";

    assertThat(Damage.isAllThatDiffers(bytes(kept.replace("]", "")), bytes(kept))).isTrue();
    assertThat(Damage.isAllThatDiffers(bytes("[\"" + text), bytes(kept))).isFalse();
    assertThat(Damage.isAllThatDiffers(bytes("{ /*" + text), bytes(kept))).isFalse();
  }

  private static boolean isDamaged(String now) {
    assertThat(now).isNotEqualTo(KEPT);
    return Damage.isAllThatDiffers(bytes(now), bytes(KEPT));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
