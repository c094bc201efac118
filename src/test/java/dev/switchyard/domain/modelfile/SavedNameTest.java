package dev.switchyard.domain.modelfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SavedNameTest {
  @ParameterizedTest
  @CsvSource({
    "gemma4-claude, gemma4-claude",
    "team/gemma4:64k, team%2Fgemma4%3A64k",
    "Coder, %43oder",
    "nul, %6Eul",
    "con.txt, %63on.txt",
    "lpt1, %6Cpt1",
    ".hidden, %2Ehidden",
    "dot., dot%2E",
    "50%, 50%25",
    "é, %C3%A9"
  })
  void namesAreSafeOnEverySystemAndReversible(String name, String fileName) {
    assertThat(SavedName.toFileName(name)).contains(fileName);
    assertThat(SavedName.fromFileName(fileName)).contains(name);
  }

  @Test
  void aNameWithoutAFileNameIsNone() {
    assertThat(SavedName.toFileName("")).isEmpty();
    assertThat(SavedName.toFileName("a/".repeat(100))).isEmpty();
  }

  @Test
  void filesNamedByHandKeepTheirNames() {
    assertThat(SavedName.fromFileName("My Model")).contains("My Model");
    assertThat(SavedName.fromFileName("100%")).contains("100%");
    assertThat(SavedName.fromFileName("%FF")).isEmpty();
  }

  @RepeatedTest(200)
  void twoNamesNeverShareAFile(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    var one = name(random);
    var two = name(random);
    var first = SavedName.toFileName(one).orElseThrow();
    var second = SavedName.toFileName(two).orElseThrow();
    assertThat(SavedName.fromFileName(first))
        .as("seed %d", run.getCurrentRepetition())
        .contains(one);
    assertThat(first.toLowerCase(Locale.ROOT).equals(second.toLowerCase(Locale.ROOT)))
        .as("seed %d: %s, %s", run.getCurrentRepetition(), one, two)
        .isEqualTo(one.equals(two));
  }

  private static String name(Random random) {
    var alphabet = "aAbB/:.%-_ nul1É";
    var text = new StringBuilder();
    for (int i = random.nextInt(5); i >= 0; i--) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }
}
