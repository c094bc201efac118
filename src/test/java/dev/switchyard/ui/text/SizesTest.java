package dev.switchyard.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizesTest {
  private static final List<Locale> LOCALES =
      List.of(Locale.ENGLISH, Locale.GERMAN, Locale.of("de", "AT"), Locale.of("de", "CH"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "65536|65536",
        "65,536|65536",
        "65.536|65536",
        "1.048.576|1048576",
        "1,048,576|1048576",
        "64K|65536",
        "64 KiB|65536",
        "1.5G|1610612736",
        "1,5G|1610612736",
        "1,5 GiB|1610612736",
        "1.125G|1207959552",
        "2,048M|2147483648",
        "0,5K|512"
      })
  void amountsAreReadAsPeopleOfBothLanguagesTypeThem(String typed, long amount) {
    assertThat(Sizes.parse(typed)).hasValue(amount);
  }

  @Test
  void whatIsNoAmountIsNone() {
    for (var text : List.of("", "K", "1.2.3", "1,2,3", "1.048,576", "65.53x", "-1", "12 X")) {
      assertThat(Sizes.parse(text)).as(text).isEmpty();
    }
  }

  @Test
  void whatIsShownIsReadAsTheSame() {
    for (var locale : LOCALES) {
      for (long tokens : new long[] {4096, 65_536, 65_535, 100_000, 1_048_575}) {
        assertThat(Sizes.parse(Sizes.tokens(tokens, locale))).hasValue(tokens);
      }
    }
  }

  @Test
  void eachLanguageHasItsOwnPoint() {
    assertThat(Sizes.bytes(18_000_000_000L, Locale.ENGLISH)).isEqualTo("16.8 GiB");
    assertThat(Sizes.bytes(18_000_000_000L, Locale.GERMAN)).isEqualTo("16,8 GiB");
  }
}
