package dev.switchyard.domain.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.model.ClaudeCodeReadiness.Level;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClaudeCodeReadinessTest {
  private static final Known<Integer> NONE = Known.unknown(Message.of("none"));
  private static final Set<Capability> AGENT = Set.of(Capability.COMPLETION, Capability.TOOLS);

  @Test
  void toolsAndEnoughContextAreAllItNeeds() {
    assertJudged(model(AGENT, 131_072, Known.of(65_536)), Level.READY, "models.ready.yes");
  }

  @Test
  void aBaseModelNeedsAVariantBecauseTheServersDefaultIsSmall() {
    assertJudged(model(AGENT, 262_144, NONE), Level.NEEDS_VARIANT, "models.ready.no-context");
    assertJudged(
        model(AGENT, 262_144, Known.of(65_535)),
        Level.NEEDS_VARIANT,
        "models.ready.context-too-small");
  }

  @Test
  void noModelfileHelpsWhereAbilitiesAreMissing() {
    assertJudged(
        model(Set.of(Capability.COMPLETION), 131_072, Known.of(65_536)),
        Level.CANNOT,
        "models.ready.no-tools");
    assertJudged(
        model(Set.of(Capability.EMBEDDING), 8_192, NONE), Level.CANNOT, "models.ready.embedding");
    assertJudged(
        model(Set.of(Capability.IMAGE), 8_192, NONE), Level.CANNOT, "models.ready.no-completion");
    assertJudged(model(AGENT, 32_768, NONE), Level.CANNOT, "models.ready.trained-too-short");
  }

  @Test
  void aStubOfTheCloudIsNotLocalWhateverItCanDo() {
    var stub =
        model(Known.of(AGENT), Known.of(262_144), Known.of(262_144), "https://ollama.com:443");

    assertJudged(stub, Level.CANNOT, "models.ready.cloud");
  }

  @Test
  void whatTheServerDoesNotSayIsNotGuessed() {
    var silent = model(Known.unknown(Message.of("why")), Known.of(262_144), Known.of(65_536), "");
    assertJudged(silent, Level.UNKNOWN, "models.ready.unknown");

    var withoutTraining = model(Known.of(AGENT), NONE, Known.of(65_536), "");
    assertJudged(withoutTraining, Level.READY, "models.ready.yes");
  }

  private static void assertJudged(InstalledModel model, Level level, String key) {
    var readiness = ClaudeCodeReadiness.of(model);
    assertThat(readiness.level()).isEqualTo(level);
    assertThat(readiness.reason().key()).isEqualTo(key);
    assertThat(readiness.isReady()).isEqualTo(level == Level.READY);
  }

  private static InstalledModel model(
      Set<Capability> capabilities, int trained, Known<Integer> configured) {
    return model(Known.of(capabilities), Known.of(trained), configured, "");
  }

  private static InstalledModel model(
      Known<Set<Capability>> capabilities,
      Known<Integer> trained,
      Known<Integer> configured,
      String remoteHost) {
    return new InstalledModel(
        ModelName.of("x"),
        1,
        "d",
        Instant.EPOCH,
        "llama",
        "8B",
        "Q4_K_M",
        trained,
        configured,
        capabilities,
        remoteHost,
        "");
  }
}
