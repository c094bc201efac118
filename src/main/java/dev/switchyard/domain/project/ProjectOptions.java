package dev.switchyard.domain.project;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.switchyard.domain.FileChange;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.TextFiles;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
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
    // Read leniently: the markers are plain ASCII, and a question harms no file.
    return files
        .read(claudeMd(project))
        .map(bytes -> ModelSetupSection.isIn(new String(bytes, UTF_8)))
        .orElse(false);
  }

  /// @throws PortException REFUSED where the file is not UTF-8: writing it back would change more
  ///   than the section
  public FileChange addSection(Project project, ModelSetupSection section) throws PortException {
    var now = files.read(claudeMd(project));
    var text = textOf(claudeMd(project), now);
    return FileChange.of(
        claudeMd(project), now, Optional.of(section.addedTo(text).getBytes(UTF_8)));
  }

  /// @throws PortException as [#addSection]
  public FileChange removeSection(Project project) throws PortException {
    var now = files.read(claudeMd(project));
    var left =
        now.isEmpty()
            ? Optional.<String>empty()
            : ModelSetupSection.removedFrom(textOf(claudeMd(project), now));
    return FileChange.of(claudeMd(project), now, left.map(text -> text.getBytes(UTF_8)));
  }

  private static String textOf(Path file, Optional<byte[]> content) throws PortException {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(content.orElse(new byte[0]))).toString();
    } catch (CharacterCodingException e) {
      throw new PortException(
          PortException.Kind.REFUSED, Message.of("projects.claude-md.not-utf8", file), e);
    }
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
