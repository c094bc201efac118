package dev.switchyard.domain.project;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.switchyard.domain.FileChange;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.TextFiles;
import java.nio.file.Path;
import java.util.Optional;

/// What the guide does to a project beside its settings: a line in `.gitignore`, and a section in
/// `CLAUDE.md`. Each is shown as a change first and carried out with [#apply].
public final class ProjectOptions {
  private static final String CLAUDE_MD = "CLAUDE.md";

  private final TextFiles files;
  private final GitRepositories repositories;

  public ProjectOptions(TextFiles files, GitRepositories repositories) {
    this.files = files;
    this.repositories = repositories;
  }

  /// Hides a file of the project from git.
  ///
  /// @param hidden relative to the project, such as `.claude/settings.json`
  /// @return empty where the line stands there already
  public Optional<FileChange> ignore(Project project, String hidden) throws PortException {
    var file = project.folder().resolve(".gitignore");
    var now = files.read(file);
    return AddedLine.needed(file, now, hidden)
        .map(line -> FileChange.of(file, now, Optional.of(line.addedTo(now))));
  }

  /// Whether git has a file already: then a line in `.gitignore` does not hide it.
  ///
  /// @throws PortException UNREACHABLE where git is not installed
  public boolean isTracked(Project project, String hidden) throws PortException {
    var checkout = repositories.checkoutOf(project.folder());
    return checkout.isPresent()
        && repositories.tracks(checkout.get(), project.folder().resolve(hidden));
  }

  public boolean hasSection(Project project) throws PortException {
    return files
        .read(claudeMd(project))
        .map(bytes -> ModelSetupSection.isIn(new String(bytes, UTF_8)))
        .orElse(false);
  }

  public FileChange addSection(Project project, ModelSetupSection section) throws PortException {
    var now = files.read(claudeMd(project));
    var text = now.map(bytes -> new String(bytes, UTF_8)).orElse("");
    return FileChange.of(
        claudeMd(project), now, Optional.of(section.addedTo(text).getBytes(UTF_8)));
  }

  public FileChange removeSection(Project project) throws PortException {
    var now = files.read(claudeMd(project));
    return FileChange.of(
        claudeMd(project),
        now,
        now.flatMap(bytes -> ModelSetupSection.removedFrom(new String(bytes, UTF_8)))
            .map(text -> text.getBytes(UTF_8)));
  }

  /// @throws PortException CONFLICT where the file changed since it was looked at, DENIED, FAILED
  public void apply(FileChange change) throws PortException {
    if (!change.changesNothing()) {
      files.replace(change.file(), change.before(), change.after());
    }
  }

  private static Path claudeMd(Project project) {
    return project.folder().resolve(CLAUDE_MD);
  }
}
