package dev.switchyard.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.Bytes;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.Surroundings;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LanguageTest {
  private final Locale before = Locale.getDefault();

  @AfterEach
  void restore() {
    Locale.setDefault(before);
  }

  @Test
  void theChoiceWinsOverTheSystem() {
    assertThat(locale("de", Map.of("LANG", "en_US.UTF-8"))).isEqualTo(Locale.GERMAN);
    assertThat(locale("en", Map.of("LANG", "de_DE.UTF-8"))).isEqualTo(Locale.ENGLISH);
  }

  @Test
  void theCountryOfASystemThatSpeaksTheLanguageStays() {
    assertThat(locale("de", Map.of("LANG", "de_AT.UTF-8"))).isEqualTo(Locale.of("de", "AT"));
    assertThat(locale("", Map.of("LANG", "en_GB.UTF-8"))).isEqualTo(Locale.UK);
  }

  @Test
  void theSystemsVariablesCountInTheOrderOfPosix() {
    assertThat(locale("", Map.of("LANG", "de_DE.UTF-8"))).isEqualTo(Locale.GERMANY);
    assertThat(locale("", Map.of("LANG", "de_DE.UTF-8", "LC_MESSAGES", "en_US")))
        .isEqualTo(Locale.US);
    assertThat(locale("", Map.of("LC_ALL", "de_DE@euro", "LC_MESSAGES", "en_US", "LANG", "en_US")))
        .isEqualTo(Locale.GERMANY);
    assertThat(locale("", Map.of("LC_ALL", "", "LANG", "de"))).isEqualTo(Locale.GERMAN);
  }

  @Test
  void whatHasNoTextsIsEnglishInWordsAndFigures() {
    assertThat(locale("", Map.of("LANG", "fr_FR.UTF-8"))).isEqualTo(Locale.ENGLISH);
    assertThat(locale("", Map.of("LANG", "C.UTF-8"))).isEqualTo(Locale.ENGLISH);
    assertThat(locale("", Map.of("LANG", "POSIX"))).isEqualTo(Locale.ENGLISH);
    assertThat(locale("klingon", Map.of("LANG", "???"))).isEqualTo(Locale.ENGLISH);
  }

  @Test
  void withoutVariablesTheRuntimeKnows() {
    assertThat(Language.locale("", surroundings(Map.of()), Locale.GERMANY))
        .isEqualTo(Locale.GERMANY);
  }

  /// Java's own way of looking for a bundle would end at the German one here.
  @Test
  void englishIsEnglishOnAGermanSystem() {
    Locale.setDefault(Locale.GERMANY);

    assertThat(new Texts(Locale.ENGLISH).text("settings.title")).isEqualTo("Settings");
    assertThat(new Texts(Locale.FRENCH).text("settings.title")).isEqualTo("Settings");
  }

  @Test
  void figuresAreWrittenAsTheLanguageDoes() {
    var loaded = Message.of("overview.loaded.size", new Bytes(18_000_000_000L));

    assertThat(new Texts(Locale.ENGLISH).text(loaded)).isEqualTo("16.8 GiB");
    assertThat(new Texts(Locale.GERMANY).text(loaded)).isEqualTo("16,8 GiB");
    assertThat(new Texts(Locale.GERMANY).text("models.disk.free", new Bytes(0)))
        .isEqualTo("0 B frei, wo die Modelle liegen");
  }

  private static Locale locale(String chosen, Map<String, String> environment) {
    return Language.locale(chosen, surroundings(environment), Locale.FRANCE);
  }

  private static Surroundings surroundings(Map<String, String> environment) {
    return new Surroundings(OperatingSystem.LINUX, environment, Path.of("/home/ann"));
  }
}
