package dev.switchyard.domain.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.route.EffectiveRoute.Severity;
import dev.switchyard.fake.FakeRepositories;
import dev.switchyard.fake.MemoryFiles;
import dev.switchyard.ui.text.Texts;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What the guide's form of a one-off would do, by route.
class ExplainCloudOnceTest {
  private static final Path HOME = Path.of("/home/ada");
  private static final Path PROJECT = HOME.resolve("src/app");

  private final MemoryFiles files = new MemoryFiles();
  private final Map<String, String> shell = new HashMap<>();

  @Test
  void underARouteWrittenByHandTheKeyWouldGoToTheServer() throws PortException {
    settings(
        "\"ANTHROPIC_BASE_URL\":\"http://localhost:11434\",\"ANTHROPIC_AUTH_TOKEN\":\"ollama\"");

    assertThat(text())
        .contains("would send your real key to Ollama at localhost:11434 here")
        .contains("claude-sonnet-4-6");
    assertThat(explain().getFirst().severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void underARouteThatBlanksTheKeyItStaysHere() throws PortException {
    settings("\"ANTHROPIC_BASE_URL\":\"http://localhost:11434\",\"ANTHROPIC_API_KEY\":\"\"");

    assertThat(text())
        .contains("does not reach the cloud here")
        .contains("the project's settings.json is stronger than the environment")
        .contains("your key would not go along");
  }

  @Test
  void underBlanksForTheCloudTheKeyIsHidden() throws PortException {
    settings("\"ANTHROPIC_API_KEY\":\"\"");

    assertThat(text()).contains("without your key: the project's settings.json hides it");
  }

  @Test
  void overARouteOfTheEnvironmentAloneItsPlaceholderStaysInTheWay() throws PortException {
    shell.put("ANTHROPIC_BASE_URL", "http://localhost:11434");
    shell.put("ANTHROPIC_AUTH_TOKEN", "ollama");

    assertThat(explain().getFirst().text().key()).isEqualTo("launch.guide.fails");
  }

  @Test
  void withoutAnyRouteItWorks() throws PortException {
    assertThat(explain().getFirst().text()).isEqualTo(Message.of("launch.guide.works"));
  }

  @Test
  void toolsThatAnyLayerDeniesAreMissingInTheCloudToo() throws PortException {
    files.put(
        PROJECT.resolve(".claude/settings.json"),
        "{\"permissions\":{\"deny\":[\"Skill\",\"Bash(rm:*)\"]}}");
    files.put(HOME.resolve(".claude/settings.json"), "{\"permissions\":{\"deny\":[\"Agent\"]}}");

    assertThat(explain())
        .extracting(EffectiveRoute.Problem::text)
        .contains(Message.of("launch.cloud.tools-denied", "Agent, Skill"));
  }

  @Test
  void whereNoToolIsDeniedNothingIsSaidOfThem() throws PortException {
    assertThat(explain()).hasSize(1);
  }

  private void settings(String env) {
    files.put(PROJECT.resolve(".claude/settings.json"), "{\"env\":{" + env + "}}");
  }

  private String text() throws PortException {
    return new Texts(Locale.ENGLISH).text(explain().getFirst().text());
  }

  private List<EffectiveRoute.Problem> explain() throws PortException {
    var routes =
        new SettingsRouteReader(
            files,
            new FakeRepositories(),
            () -> Account.NONE,
            new ClaudeSurroundings(
                HOME, Path.of("/etc/managed.json"), HOME.resolve(".claude/settings.json"), shell));
    return new ExplainCloudOnce(routes).explain(PROJECT);
  }
}
