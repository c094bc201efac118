package dev.switchyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.CommandRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionCommandTest {
  private static final String NO_SERVER = "http://127.0.0.1:1";

  @TempDir Path home;

  @Test
  void allVersionsAreOneObject() {
    var json = run("version", "--json").json();

    assertThat(json.propertyNames()).contains("java", "system", "language", "ollama", "parts");
    assertThat(json.get("java").asString()).startsWith(Runtime.version().toString());
    assertThat(json.get("ollama").get("url").asString()).isEqualTo(NO_SERVER);
    assertThat(json.get("unknown").propertyNames()).contains("ollama.version");
  }

  @Test
  void theOptionAnswersAtOnceAndAsksNobody() {
    var text = run("--version");
    assertThat(text.code()).isZero();
    assertThat(text.out()).startsWith("switchyard").contains("java " + Runtime.version());

    var json = run("--version", "--json").json();
    assertThat(json.get("java").asString()).startsWith(Runtime.version().toString());
    assertThat(json.propertyNames()).doesNotContain("ollama", "parts");
    assertThat(run("status", "--version").out()).startsWith("switchyard");
  }

  @Test
  void asTextTheyAreALineEach() {
    var run = run("version");

    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("Switchyard ").contains("Java ", "Ollama");
  }

  @Test
  void nothingIsLeftBehind() {
    run("version");
    run("version", "--licences");

    assertThat(Files.exists(home.resolve(".local"))).isFalse();
  }

  private CommandRun run(String... words) {
    var all = new ArrayList<>(List.of("--home", home.toString()));
    all.addAll(List.of("--ollama", NO_SERVER));
    all.addAll(List.of(words));
    return CommandRun.of(all.toArray(String[]::new));
  }
}
