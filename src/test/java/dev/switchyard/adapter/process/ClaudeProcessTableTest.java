package dev.switchyard.adapter.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.session.ClaudeProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Looks for a program that has Claude Code's name and does nothing.
@EnabledOnOs(OS.LINUX)
class ClaudeProcessTableTest {
  private static final String SECRET = "sk-ant-made-up";

  @TempDir Path folder;

  @Test
  void findsASessionWhereItWorksAndWithWhat() throws Exception {
    var program = Files.copy(Path.of("/bin/sleep").toRealPath(), folder.resolve("claude"));
    var builder = new ProcessBuilder(program.toString(), "600").directory(folder.toFile());
    builder.environment().put("ANTHROPIC_BASE_URL", "http://localhost:1");
    builder.environment().put("ANTHROPIC_API_KEY", SECRET);
    builder.environment().put("SOMETHING_ELSE", SECRET);
    var table = new ClaudeProcessTable();
    var process = builder.start();
    try {
      var found = find(table, process).orElseThrow();

      assertThat(found.program()).isEqualTo(program.toString());
      assertThat(found.arguments()).containsExactly("600");
      assertThat(found.folder()).isEqualTo(Known.of(folder.toRealPath()));
      var environment = found.environment().toOptional().orElseThrow();
      assertThat(environment)
          .containsEntry("ANTHROPIC_BASE_URL", "http://localhost:1")
          .containsEntry("ANTHROPIC_API_KEY", EffectiveRoute.HIDDEN)
          .doesNotContainKey("SOMETHING_ELSE");
      assertThat(found.toString()).doesNotContain(SECRET);
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertThat(find(table, process)).isEmpty();
  }

  @Test
  void theRestOfTheTableIsNobodysBusiness() throws IOException, PortException {
    assertThat(new ClaudeProcessTable().running())
        .extracting(ClaudeProcess::id)
        .doesNotContain(ProcessHandle.current().pid());
  }

  private static Optional<ClaudeProcess> find(ClaudeProcessTable table, Process process)
      throws PortException {
    List<ClaudeProcess> running = table.running();
    return running.stream().filter(one -> one.id() == process.pid()).findFirst();
  }
}
