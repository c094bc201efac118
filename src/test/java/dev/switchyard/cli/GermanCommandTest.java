package dev.switchyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.CommandRun;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GermanCommandTest {
  @TempDir Path home;

  @Test
  void helpIsGermanThroughout() {
    assertThat(run("--help").out())
        .startsWith("Aufruf: switchyard")
        .contains("Befehle:", "Diese Hilfe zeigen.", "Zeigt, was installiert ist");
    assertThat(run("fit", "--help").out())
        .startsWith("Aufruf: switchyard fit")
        .contains("Ein installiertes Modell.", "Die Version zeigen.");
  }

  @Test
  void wrongUsageIsExplainedInGerman() {
    assertThat(run("statos").err())
        .contains("kein Befehl", "Vielleicht gemeint: switchyard status");
    assertThat(run("status", "--jsn").err()).contains("Eine Option --jsn gibt es nicht.");
    assertThat(run("pull").err()).contains("MODEL fehlt.").contains("Aufruf: switchyard pull");
    assertThat(run("fit", "--ram").err()).contains("Nach --ram fehlt ein Wert.");
    assertThat(run("fit", "--ram", "much").err())
        .contains("--ram: „much“ ist keine Menge wie 24G.");
    assertThat(run("status", "--json=yes").err()).contains("--json kann nicht „yes“ sein.");
    assertThat(run("status", "--ollama", "a b").err()).contains("ist keine Adresse eines Servers");
  }

  @Test
  void figuresAreWrittenAsInGerman() {
    assertThat(run("models", "--demo").out())
        .contains("MODELL", "GRÖSSE")
        .containsPattern("\\d,\\d GiB");
  }

  @Test
  void whatScriptsReadIsTheSameInEveryLanguage() {
    var german = run("route", home.toString(), "--home", home.toString(), "--json");
    var english = CommandRun.of("route", home.toString(), "--home", home.toString(), "--json");

    assertThat(german.out()).isEqualTo(english.out()).contains("Requests of this folder");
  }

  private static CommandRun run(String... arguments) {
    return CommandRun.in(Locale.GERMANY, arguments);
  }
}
