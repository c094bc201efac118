package dev.switchyard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.model.ModelName;
import dev.switchyard.real.RealOllama;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One person shares a project's setup, and another one works with it: each has an Ollama of their
/// own, and the real Claude Code.
class ShareIT {
  private static final String SHARED = ".switchyard.json";

  @TempDir Path temp;

  @Test
  void aTeammateBuildsTheVariantAndClaudeCodeRunsOnIt() throws Exception {
    try (var giver = PersonsMachine.start(Files.createDirectory(temp.resolve("a")), "shop");
        var taker = PersonsMachine.start(Files.createDirectory(temp.resolve("b")), "clone");
        var first = RealOllama.start(Files.createDirectory(temp.resolve("first")));
        var second = RealOllama.start(Files.createDirectory(temp.resolve("second")))) {
      first.buildAgent(ModelName.of("agent"));
      second.buildAgent(ModelName.of("agent"));
      var one = first.url().toString();
      giver.command(one, "build", "coder", "--from", "agent", "--context", "64K");
      giver.command(one, "route", "local", giver.project().toString(), "--model", "coder");
      giver.command(one, "export", "--project", giver.project().toString());
      Files.copy(giver.project().resolve(SHARED), taker.project().resolve(SHARED));

      // The other Ollama is one of its own: the address is not what is shared.
      var two = second.url().toString();
      assertThat(taker.switchyardAt(two, "import").exitCode()).isEqualTo(1);
      assertThat(second.server().installed()).hasSize(1);
      var taken = taker.switchyardAt(two, "import", "--yes", "--build");
      assertThat(taken.exitCode()).as(taken.output() + taken.errors()).isZero();

      assertThat(taken.output()).contains("coder is built");
      assertThat(second.server().describe(ModelName.of("coder")).modelfile())
          .contains("num_ctx 65536");
      var prompt = taker.prompt();
      assertThat(prompt.exitCode()).as(prompt.output() + prompt.errors()).isZero();
      assertThat(second.log()).contains("/v1/messages");
      assertThat(taker.cloud().messages()).isEmpty();
    }
  }
}
