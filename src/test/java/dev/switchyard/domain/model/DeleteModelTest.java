package dev.switchyard.domain.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.demo.Setup;
import dev.switchyard.adapter.demo.SimulatedOllama;
import dev.switchyard.adapter.ollama.OllamaServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeleteModelTest {
  private static final ModelName GEMMA = ModelName.of("gemma4:26b");

  @Test
  void tellsWhatWouldMissItAndThenDeletes() throws Exception {
    try (var simulated = SimulatedOllama.start(Setup.instant());
        var server = new OllamaServer(simulated.url())) {
      var project = Path.of("/work/site");
      var delete =
          new DeleteModel(server, name -> name.equals(GEMMA) ? List.of(project) : List.of());

      var effect = delete.effectOf(GEMMA);
      assertThat(effect.variants()).containsExactly(ModelName.of("gemma4-claude"));
      assertThat(effect.projects()).containsExactly(project);

      delete.delete(GEMMA);
      assertThat(server.installed())
          .extracting(InstalledModel::name)
          .contains(ModelName.of("gemma4-claude"))
          .doesNotContain(GEMMA);
    }
  }
}
