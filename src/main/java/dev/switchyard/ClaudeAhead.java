package dev.switchyard;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.launch.Program;
import dev.switchyard.domain.launch.Programs;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Claude Code is looked for before it is asked for: it needs a tenth of a second to tell its
/// version, in which the server can be asked. For one question, not for one that is repeated.
final class ClaudeAhead implements Programs {
  private final Programs programs;
  private final FutureTask<Known<Program>> claude;

  private ClaudeAhead(Programs programs) {
    this.programs = programs;
    this.claude = new FutureTask<>(programs::claude);
  }

  static Programs of(Programs programs) {
    var ahead = new ClaudeAhead(programs);
    Thread.ofPlatform().daemon().name("claude-search").start(ahead.claude);
    return ahead;
  }

  @Override
  public Known<Program> claude() {
    try {
      return claude.get();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return programs.claude();
    } catch (ExecutionException bug) {
      throw new IllegalStateException(bug.getCause());
    }
  }

  @Override
  public Known<Program> ollama() {
    return programs.ollama();
  }
}
