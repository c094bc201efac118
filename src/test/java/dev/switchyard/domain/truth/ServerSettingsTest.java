package dev.switchyard.domain.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.fit.KvType;
import dev.switchyard.domain.fit.LoadOptions;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.modelfile.Modelfile;
import dev.switchyard.fake.ServedOllama;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ServerSettingsTest {
  private static final ModelName MODEL = ModelName.of("gemma4:26b");
  private static final Modelfile FILE = Modelfile.parse("FROM x\nPARAMETER num_ctx 65536\n");

  @RegisterExtension private final ServedOllama ollama = new ServedOllama();

  @Test
  void theCommandLineOfWhatRunsShowsThem() throws Exception {
    load();
    var settings = read(() -> List.of(runner(blob())));

    var options = settings.options(FILE, 4096);
    assertThat(options).isEqualTo(new LoadOptions(65_536, 3, KvType.Q8_0, Optional.empty()));
    assertThat(settings.note(options).key()).isEqualTo("fit.note.serverSettings");
  }

  @Test
  void whatAnotherServerRunsSaysNothing() throws Exception {
    load();
    assertThat(read(() -> List.of(runner("/models/blobs/sha256-0"))))
        .isEqualTo(ServerSettings.UNSEEN);
  }

  @Test
  void withoutAnythingLoadedNobodyIsLookedFor() {
    Runners failing =
        () -> {
          throw new AssertionError("looked");
        };
    var settings = read(failing);
    var options = settings.options(Modelfile.parse("FROM x\n"), 4096);
    assertThat(options).isEqualTo(LoadOptions.of(4096));
    assertThat(settings.note(options).key()).isEqualTo("fit.note.serverDefaults");
  }

  @Test
  void aSystemThatShowsNoProcessesIsNoFailure() throws Exception {
    load();
    Runners hidden =
        () -> {
          throw new PortException(PortException.Kind.FAILED, Message.of("truth.unknown.noRunner"));
        };
    assertThat(read(hidden)).isEqualTo(ServerSettings.UNSEEN);
  }

  private ServerSettings read(Runners runners) {
    return new ReadServerSettings(ollama.server(), runners).read();
  }

  private void load() throws PortException {
    ollama.server().load(MODEL, ModelServer.KeepAlive.SERVER_DEFAULT, Cancellation.NEVER);
  }

  private String blob() throws PortException {
    return Modelfile.parse(ollama.server().describe(MODEL).modelfile())
        .from()
        .orElseThrow()
        .value();
  }

  private static Runner runner(String blob) {
    var line =
        "/usr/lib/ollama/llama-server --model %s --port 1 -c 196608 -np 3 -ub 512 --cache-type-k q8_0"
            .formatted(blob);
    return new Runner(7, Optional.empty(), List.of(line.split(" ")), 1);
  }
}
