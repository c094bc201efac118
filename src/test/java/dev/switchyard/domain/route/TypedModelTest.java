package dev.switchyard.domain.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.fake.FakeRepositories;
import dev.switchyard.fake.MemoryFiles;
import dev.switchyard.ui.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedModelTest {
  private static final Path HOME = Path.of("/home/ada");
  private static final Path PROJECT = HOME.resolve("app");
  private static final Path SHARED = PROJECT.resolve(".claude/settings.json");
  private static final String TIERS =
      "'ANTHROPIC_DEFAULT_OPUS_MODEL':'gemma4-claude','ANTHROPIC_DEFAULT_SONNET_MODEL':'gemma4-claude',"
          + "'ANTHROPIC_DEFAULT_HAIKU_MODEL':'gemma4-claude','ANTHROPIC_DEFAULT_FABLE_MODEL':'gemma4-claude',"
          + "'CLAUDE_CODE_SUBAGENT_MODEL':'gemma4-claude','CLAUDE_CODE_SUBAGENT_MODEL_FORCE':'1'";
  private static final Optional<Set<ModelName>> INSTALLED =
      Optional.of(Set.of(ModelName.of("gemma4-claude:latest"), ModelName.of("qwen3:8b")));

  private final MemoryFiles files = new MemoryFiles();

  @ParameterizedTest
  @ValueSource(strings = {"sonnet", "Opus", "haiku", "fable", "best", "opusplan", " sonnet "})
  void anAliasIsTheModelOfItsTier(String name) throws PortException {
    local(TIERS + ",'CLAUDE_CODE_DISABLE_1M_CONTEXT':'1'");

    assertThat(keys(name, INSTALLED)).containsExactly("route.ask.tier");
    assertThat(text(name, INSTALLED))
        .startsWith(
            "/model " + name.strip() + " asks Ollama at localhost:11434 for gemma4-claude,");
  }

  @ParameterizedTest
  @ValueSource(strings = {"default", "opus[1m]", "SONNET[1M]"})
  void someMeanAMillionTokens(String name) throws PortException {
    local(TIERS);
    assertThat(keys(name, INSTALLED)).containsExactly("route.ask.tier", "route.ask.million");

    local(TIERS + ",'CLAUDE_CODE_DISABLE_1M_CONTEXT':'1'");
    assertThat(keys(name, INSTALLED)).containsExactly("route.ask.tier");
  }

  @Test
  void aTierThatIsNotSetAsksTheServerForAnthropicsModel() throws PortException {
    local("");

    assertThat(keys("haiku", INSTALLED)).containsExactly("route.ask.tier-unset");
    assertThat(text("haiku", INSTALLED)).contains("claude-haiku-5-5", "404");
  }

  @Test
  void aTiersModelThatIsGoneFails() throws PortException {
    local(TIERS.replace("gemma4-claude", "gone"));

    assertThat(keys("sonnet", INSTALLED)).containsExactly("route.ask.tier-missing");
  }

  @Test
  void aNameThatTheServerDoesNotHaveIsRefusedAndTheSessionKeepsItsModel() throws PortException {
    local(TIERS);

    assertThat(text("nosuch", INSTALLED))
        .isEqualTo(
            "/model nosuch is refused: Ollama at localhost:11434 has no such model, answers 404,"
                + " and the session keeps gemma4-claude.");
  }

  @Test
  void anotherModelIsTakenAndSubagentsStayWhereTheyAreForced() throws PortException {
    local(TIERS);

    assertThat(keys("qwen3:8b", INSTALLED)).containsExactly("route.ask.there", "route.ask.forced");
    assertThat(keys("gemma4-claude:latest", Optional.empty())).contains("route.ask.tried");
  }

  @Test
  void aNameLikeClaudesChangesTheRequest() throws PortException {
    local(TIERS);

    assertThat(keys("claude-sonnet-4-6", Optional.empty()))
        .containsExactly("route.ask.tried", "route.ask.like-claude");
    assertThat(keys("claude-sonnet-4-6", INSTALLED)).containsExactly("route.ask.missing");
  }

  @ParameterizedTest
  @CsvSource({
    "sonnet, route.ask.cloud",
    "claude-opus-5-5, route.ask.cloud",
    "qwen3:8b, route.ask.cloud-unknown"
  })
  void inTheCloudOnlyItsOwnModelsAreThere(String name, String key) throws PortException {
    files.put(SHARED, "{}");

    assertThat(keys(name, Optional.empty())).containsExactly(key);
  }

  @Test
  void aTierLeftOverInTheCloudFails() throws PortException {
    files.put(SHARED, "{\"env\":{\"ANTHROPIC_DEFAULT_SONNET_MODEL\":\"gemma4-claude\"}}");

    assertThat(keys("sonnet", Optional.empty())).containsExactly("route.ask.cloud-tier");
  }

  @Test
  void whereNothingGoesNothingIsAsked() throws PortException {
    files.put(SHARED, "{\"env\":{\"ANTHROPIC_BASE_URL\":\"ftp://x\"}}");

    assertThat(keys("sonnet", Optional.empty())).containsExactly("route.ask.unusable");
  }

  private void local(String more) {
    var env = "'ANTHROPIC_BASE_URL':'http://localhost:11434','ANTHROPIC_MODEL':'gemma4-claude'";
    files.put(
        SHARED, ("{'env':{" + env + (more.isEmpty() ? "" : "," + more) + "}}").replace('\'', '"'));
  }

  private List<String> keys(String name, Optional<Set<ModelName>> installed) throws PortException {
    return explain(name, installed).stream().map(Message::key).toList();
  }

  private String text(String name, Optional<Set<ModelName>> installed) throws PortException {
    var texts = new Texts(Locale.ENGLISH);
    return explain(name, installed).stream().map(texts::text).collect(Collectors.joining(" "));
  }

  private List<Message> explain(String name, Optional<Set<ModelName>> installed)
      throws PortException {
    var reader =
        new SettingsRouteReader(
            files,
            new FakeRepositories(),
            () -> Account.NONE,
            new ClaudeSurroundings(
                HOME, Path.of("/etc/m.json"), HOME.resolve(".claude/settings.json"), Map.of()));
    return TypedModel.explain(reader.read(PROJECT), name, installed);
  }
}
