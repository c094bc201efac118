package dev.switchyard.domain.modelfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.model.BuildRequest;
import dev.switchyard.domain.model.BuildRequest.ChatMessage;
import dev.switchyard.domain.model.BuildSource;
import dev.switchyard.domain.model.ModelName;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BuildPlanTest {
  private static final Path HOME = Path.of("home").toAbsolutePath();
  private static final Folders FOLDERS = new Folders(HOME.resolve("Modelfiles"), HOME);

  @Test
  void valuesAreTypedAndTheLastOneCounts() {
    var request =
        plan(
            """
            FROM other
            FROM gemma4:26b
            PARAMETER num_ctx 1
            PARAMETER num_ctx 65536
            PARAMETER temperature 0.2
            PARAMETER use_mmap T
            PARAMETER stop "a"
            PARAMETER stop " b"
            PARAMETER mirostat 1
            """);
    assertThat(request.from()).isEqualTo(new BuildSource.Installed(ModelName.of("gemma4:26b")));
    assertThat(request.parameters())
        .isEqualTo(
            Map.of(
                "num_ctx",
                65_536L,
                "temperature",
                0.2,
                "use_mmap",
                true,
                "stop",
                List.of("a", " b")));
  }

  @Test
  void textsKeepTheirLinesAndLicencesAndMessagesAreLists() {
    var request =
        plan(
            "FROM x\n"
                + "SYSTEM old\n"
                + "SYSTEM \"\"\"one\n"
                + "\"two\"\"\"\"\n"
                + "TEMPLATE {{ .Prompt }}\n"
                + "RENDERER gemma4\n"
                + "PARSER gemma4\n"
                + "REQUIRES v0.14.0\n"
                + "LICENSE a\n"
                + "LICENSE b\n"
                + "MESSAGE user hi: you\n"
                + "MESSAGE assistant yes\n");
    assertThat(request.system()).isEqualTo("one\n\"two\"");
    assertThat(request.template()).isEqualTo("{{ .Prompt }}");
    assertThat(request.renderer()).isEqualTo("gemma4");
    assertThat(request.parser()).isEqualTo("gemma4");
    assertThat(request.requires()).isEqualTo("0.14.0");
    assertThat(request.licenses()).containsExactly("a", "b");
    assertThat(request.messages())
        .containsExactly(new ChatMessage("user", "hi: you"), new ChatMessage("assistant", "yes"));
  }

  @Test
  void filesBeginAtTheModelfileOrAtHome() {
    assertThat(plan("FROM ./a.gguf\nFROM ~/b.gguf\nFROM " + HOME.resolve("c.gguf") + "\n").from())
        .isEqualTo(
            new BuildSource.Files(
                List.of(
                    HOME.resolve("Modelfiles/./a.gguf"),
                    HOME.resolve("b.gguf"),
                    HOME.resolve("c.gguf"))));
  }

  private static BuildRequest plan(String text) {
    return BuildPlan.of(ModelName.of("variant"), Modelfile.parse(text), FOLDERS);
  }
}
