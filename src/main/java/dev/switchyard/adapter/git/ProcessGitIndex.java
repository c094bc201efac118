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

/// Asks and changes the index by git itself. Its entry is a line of `git ls-files --stage`, which
/// `git update-index --index-info` takes back.
public final class ProcessGitIndex implements GitIndex {
  private final Processes processes;

  public ProcessGitIndex(Processes processes) {
    this.processes = processes;
  }

  @Override
  public Optional<String> entry(Path root, Path file) throws PortException {
    var listing = run(root, "", "ls-files", "--stage", "-z", "--", file.toString()).output();
    return Optional.of(listing.replace("\0", "")).filter(line -> !line.isBlank());
  }

  @Override
  public void remove(Path root, Path file) throws PortException {
    run(root, "", "update-index", "--force-remove", "--", root.relativize(file).toString());
  }

  @Override
  public void add(Path root, String entry) throws PortException {
    run(root, entry + "\0", "update-index", "-z", "--index-info");
  }

  private Outcome run(Path root, String input, String... words) throws PortException {
    var arguments = new ArrayList<>(List.of("git"));
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
