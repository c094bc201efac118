package dev.switchyard.domain.doctor;

import dev.switchyard.domain.FileChange;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.TextFiles;
import dev.switchyard.domain.project.AddedLine;
import dev.switchyard.domain.project.GitIndex;
import dev.switchyard.domain.project.GitRepositories;
import dev.switchyard.domain.project.GitRepositories.Checkout;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// Has git forget a file that stays where it is, and leave it alone from then on, for this person.
public final class UntrackFile {
  private final TextFiles files;
  private final GitRepositories repositories;
  private final GitIndex index;

  public UntrackFile(TextFiles files, GitRepositories repositories, GitIndex index) {
    this.files = files;
    this.repositories = repositories;
    this.index = index;
  }

  Preview preview(Step.Untrack step) throws PortException {
    var checkout = checkout(step.file());
    return new Preview(
        Message.of("doctor.preview.untrack", step.file().toString()),
        line(checkout, step.file()).isPresent()
            ? List.of(change(checkout, step.file()))
            : List.of(),
        Message.of("doctor.undo.untrack"));
  }

  private FileChange change(Checkout checkout, Path file) throws PortException {
    var excludes = checkout.excludeFile();
    var before = files.read(excludes);
    var line = line(checkout, file);
    return FileChange.of(
        excludes, before, line.isPresent() ? Optional.of(line.get().addedTo(before)) : before);
  }

  private Optional<AddedLine> line(Checkout checkout, Path file) throws PortException {
    var excludes = checkout.excludeFile();
    return AddedLine.needed(excludes, files.read(excludes), pattern(checkout.root(), file));
  }

  /// Only this very file: what means more than itself to git is escaped.
  private static String pattern(Path root, Path file) {
    var path =
        StreamSupport.stream(root.relativize(file).spliterator(), false)
            .map(Path::toString)
            .collect(Collectors.joining("/"));
    return "/" + path.replaceAll("([*?\\[])", "\\\\$1");
  }

  /// @return empty where git does not have it any more
  Optional<Done> untrack(Step.Untrack step) throws PortException {
    var checkout = checkout(step.file());
    var entry = index.entry(checkout.root(), step.file());
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    var line = line(checkout, step.file());
    var change = change(checkout, step.file());
    index.remove(checkout.root(), step.file());
    try {
      if (!change.changesNothing()) {
        files.replace(change.file(), change.before(), change.after());
      }
    } catch (PortException e) {
      putBack(checkout.root(), entry.get(), e);
      throw e;
    }
    return Optional.of(new Done.Untracked(checkout.root(), step.file(), entry.get(), line));
  }

  /// Without the line git would have the file staged as deleted, with nothing to undo.
  private void putBack(Path root, String entry, PortException reason) {
    try {
      index.add(root, entry);
    } catch (PortException e) {
      reason.addSuppressed(e);
    }
  }

  void undo(Done.Untracked done) throws PortException {
    index.add(done.root(), done.entry());
    if (done.line().isPresent()) {
      var excludes = done.line().get().file();
      var now = files.read(excludes);
      var after = done.line().get().removedFrom(now);
      if (!FileChange.isSame(now, after)) {
        files.replace(excludes, now, after);
      }
    }
  }

  private Checkout checkout(Path file) throws PortException {
    return repositories
        .checkoutOf(file.resolve("..").normalize())
        .orElseThrow(() ->
            new PortException(
                PortException.Kind.MISSING, Message.of("doctor.git.none", file.toString())));
  }
}
