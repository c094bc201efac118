package dev.switchyard.adapter.git;

import dev.switchyard.adapter.process.Command;
import dev.switchyard.adapter.process.Outcome;
import dev.switchyard.adapter.process.Processes;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.project.GitIndex;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Asks and changes the index by git itself. Its entry is what `git ls-files --stage -z` lists, and
/// `git update-index --index-info` takes it back: one line, or up to three in a merge conflict,
/// each with a zero at its end.
public final class ProcessGitIndex implements GitIndex {
  private final Processes processes;

  public ProcessGitIndex(Processes processes) {
    this.processes = processes;
  }

  @Override
  public Optional<String> entry(Path root, Path file) throws PortException {
    var listing = run(root, "", "ls-files", "--stage", "-z", "--", file.toString()).output();
    return Optional.of(listing).filter(lines -> !lines.isEmpty());
  }

  @Override
  public void remove(Path root, Path file) throws PortException {
    run(root, "", "update-index", "--force-remove", "--", root.relativize(file).toString());
  }

  @Override
  public void add(Path root, String entry) throws PortException {
    // Earlier versions kept the line without its end.
    var lines = entry.endsWith("\0") ? entry : entry + "\0";
    run(root, lines, "update-index", "-z", "--index-info");
  }

  private Outcome run(Path root, String input, String... words) throws PortException {
    // A file may be named like a pattern, as "[id].json" is.
    var arguments = new ArrayList<>(List.of("git", "--literal-pathspecs"));
    arguments.addAll(List.of(words));
    var outcome = processes.run(Command.of(arguments).in(root).reading(input));
    if (!outcome.succeeded()) {
      throw new PortException(
          PortException.Kind.FAILED,
          Message.of("doctor.git.failed", String.join(" ", arguments), outcome.errors().strip()));
    }
    return outcome;
  }
}
