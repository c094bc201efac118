package dev.switchyard.domain.doctor;

import static dev.switchyard.domain.doctor.MachineScene.MODEL;
import static dev.switchyard.domain.doctor.MachineScene.NOW;
import static dev.switchyard.domain.doctor.MachineScene.URL;
import static dev.switchyard.domain.doctor.MachineScene.environment;
import static dev.switchyard.domain.doctor.MachineScene.model;
import static dev.switchyard.domain.doctor.MachineScene.placed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.doctor.ServerEnvironment.Starter;
import dev.switchyard.domain.doctor.check.Checks;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.route.EffectiveRoute.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the server is started with, against what the shell sets and what Claude Code needs.
class ServerVariablesTest {
  private final MachineScene scene = new MachineScene();

  @ParameterizedTest
  @CsvSource({
    "SYSTEM_SERVICE, sudo systemctl restart ollama",
    "MACOS_APPLICATION, launchctl setenv OLLAMA_CONTEXT_LENGTH 65536",
    "WINDOWS_APPLICATION, setx OLLAMA_CONTEXT_LENGTH 65536",
    "PERSON, ollama serve"
  })
  void whoeverStartsTheServerIsToldTheCommand(Starter starter, String line) {
    scene.environment = Known.of(environment(starter, Map.of()));
    scene.shell = Known.of(placed(Map.of("OLLAMA_CONTEXT_LENGTH", "65536")));

    var finding = found("service-environment");

    assertThat(finding.evidence()).hasSize(2);
    assertThat(((Remedy.ByHand) finding.remedy()).lines()).contains(line);
  }

  @Test
  void theLinesForAServiceWriteAFileThatSystemdReads() {
    scene.environment = Known.of(environment(Starter.SYSTEM_SERVICE, Map.of()));
    scene.shell = Known.of(placed(Map.of("OLLAMA_CONTEXT_LENGTH", "65536")));

    assertThat(((Remedy.ByHand) found("service-environment").remedy()).lines())
        .contains(
            "printf '%s\\n' '[Service]' 'Environment=\"OLLAMA_CONTEXT_LENGTH=65536\"'"
                + " | sudo tee /etc/systemd/system/ollama.service.d/zz-switchyard.conf");
  }

  @Test
  void theServiceOfThePersonIsChangedBySwitchyard() {
    scene.environment =
        Known.of(environment(Starter.USER_SERVICE, Map.of("OLLAMA_CONTEXT_LENGTH", "4096")));
    scene.shell = Known.of(placed(Map.of("OLLAMA_CONTEXT_LENGTH", "65536")));

    assertThat(found("service-environment").remedy())
        .isEqualTo(Remedy.Fix.of(new Step.Configure(Map.of("OLLAMA_CONTEXT_LENGTH", "65536"))));
  }

  /// An address of another machine is the client's, as all addresses are: no server is to be opened
  /// to the network for it. The default one need not be set.
  @ParameterizedTest
  @CsvSource({
    "http://gpu.example:11434, '', false",
    "localhost, '', false",
    "127.0.0.1:11434, '', false",
    "127.0.0.1:11500, '', true",
    "127.0.0.1:11500, 127.0.0.1:11500, false",
    "0.0.0.0, '', false",
    "0.0.0.0:11500, '', false",
    "http://0.0.0.0:11500/, 127.0.0.1:11434, false",
    "[::]:11500, '', false",
    ":11500, '', false",
    "http://:11500, '', false",
    "0.0.0.0, 0.0.0.0, false"
  })
  void anAddressIsComparedByWhatItMeans(String shell, String server, boolean differs) {
    scene.shell = Known.of(placed(Map.of("OLLAMA_HOST", shell)));
    scene.environment =
        Known.of(
            environment(
                Starter.PERSON, server.isEmpty() ? Map.of() : Map.of("OLLAMA_HOST", server)));

    assertThat(outcome("service-environment") instanceof Outcome.Found).isEqualTo(differs);
  }

  @Test
  void theDefaultContextShowsOnAModelThatNamesNone() {
    scene.environment = Known.of(environment(Starter.PERSON, Map.of()));
    scene.models = Known.of(List.of(model(MODEL, 65_536), model("plain", 0)));
    assertThat(outcome("default-context"))
        .as("the project's model names its own")
        .isInstanceOf(Outcome.Fine.class);

    scene.loaded = Known.of(List.of(loaded("plain", 4_096, NOW)));
    assertThat(found("default-context").severity()).isEqualTo(Severity.INFO);

    scene.model = Optional.of("plain");
    assertThat(found("default-context").severity()).isEqualTo(Severity.WARNING);

    scene.loaded = Known.of(List.of(loaded("plain", 131_072, NOW)));
    assertThat(outcome("default-context"))
        .as("the model has no more, so the server may want to give more")
        .isInstanceOf(Outcome.Unknown.class);
  }

  @ParameterizedTest
  @CsvSource({"127.0.0.1 ::1, false", "0.0.0.0, true", "::, true", "127.0.0.1 192.168.1.5, true"})
  void anAddressOfTheNetworkIsOpen(String addresses, boolean open) {
    scene.listening = Known.of(List.of(addresses.split(" ")));

    assertThat(outcome("server-exposed") instanceof Outcome.Found).isEqualTo(open);
  }

  @Test
  void nobodyWhoListensIsNoProof() {
    scene.listening = Known.of(List.of());

    assertThat(outcome("server-exposed")).isInstanceOf(Outcome.Unknown.class);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "30s, 30",
    "1h30m, 5400",
    "90, 90",
    "1.5m, 90",
    "24h, 86400",
    "sometimes, 300",
    "5, 5"
  })
  void aTimeIsReadAsOllamaReadsIt(String value, long seconds) {
    assertThat(environment(Starter.PERSON, Map.of("OLLAMA_KEEP_ALIVE", value)).keepAlive())
        .isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @CsvSource({"-1", "-1m"})
  void lessThanNothingIsForever(String value) {
    assertThat(environment(Starter.PERSON, Map.of("OLLAMA_KEEP_ALIVE", value)).keepAlive())
        .isGreaterThan(Duration.ofDays(365_000));
  }

  @Test
  void fiveMinutesAreTooShortForAPromptThatTakesLonger() {
    scene.environment = Known.of(environment(Starter.PERSON, Map.of()));
    assertThat(outcome("keep-alive")).isInstanceOf(Outcome.Fine.class);

    scene.reading = Known.of(new PromptReading(16_000, true, 20));
    assertThat(found("keep-alive").remedy())
        .isEqualTo(Remedy.Fix.of(new Step.KeepLoaded(URL, ModelName.of(MODEL))));

    scene.reading = Known.unknown(MachineScene.REASON);
    assertThat(outcome("keep-alive"))
        .as("how long its prompt takes is not known")
        .isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void aModelThatIsKeptAnywayIsFine() {
    scene.environment =
        Known.of(environment(Starter.USER_SERVICE, Map.of("OLLAMA_KEEP_ALIVE", "0")));
    assertThat(found("keep-alive").remedy())
        .isEqualTo(Remedy.Fix.of(new Step.Configure(Map.of("OLLAMA_KEEP_ALIVE", "24h"))));

    scene.loaded = Known.of(List.of(loaded(MODEL, 65_536, NOW.plus(Duration.ofDays(100_000)))));
    assertThat(outcome("keep-alive")).isInstanceOf(Outcome.Fine.class);
  }

  @Test
  void aServerOfAnotherMachineIsNotStartedByThisShell() {
    scene.url = EndpointUrl.parse("http://gpu:11434").orElseThrow();
    scene.shell = Known.of(placed(Map.of("OLLAMA_KV_CACHE_TYPE", "q8_0")));

    assertThat(outcome("service-environment")).isInstanceOf(Outcome.Fine.class);
    assertThat(outcome("server-exposed")).isInstanceOf(Outcome.Fine.class);
  }

  @Test
  void windowsIsToListenWhereItIsNotReached() {
    scene.reply = Known.of(new ServerFacts.Reply.Down(MachineScene.REASON));
    scene.windows = Known.of(Optional.of(ChecksTest.below(false)));
    assertThat(outcome("wsl-windows"))
        .as("the Linux has an Ollama of its own")
        .isInstanceOf(Outcome.Fine.class);

    scene.ollama = Known.of(Optional.empty());
    assertThat(found("wsl-windows").remedy()).isInstanceOf(Remedy.ByHand.class);
  }

  private static LoadedModel loaded(String name, int context, Instant expires) {
    return new LoadedModel(ModelName.of(name), "digest of " + name, 2_000, 2_000, context, expires);
  }

  private Finding found(String id) {
    return ((Outcome.Found) outcome(id)).finding();
  }

  private Outcome outcome(String id) {
    return Checks.ALL.stream()
        .filter(check -> check.id().equals(id))
        .findFirst()
        .orElseThrow()
        .of(scene.facts());
  }
}
