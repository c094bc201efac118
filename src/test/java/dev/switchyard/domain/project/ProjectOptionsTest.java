package dev.switchyard.domain.project;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchyard.domain.PortException;
import dev.switchyard.fake.FakeRepositories;
import dev.switchyard.fake.MemoryFiles;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProjectOptionsTest {
  private static final Path FOLDER = Path.of("/home/me/app");
  private static final Path CLAUDE_MD = FOLDER.resolve("CLAUDE.md");
  private static final ModelSetupSection SECTION =
      new ModelSetupSection("gemma4-claude", ".claude/settings.json", "claude --model sonnet");

  private final MemoryFiles files = new MemoryFiles();
  private final ProjectOptions options = new ProjectOptions(files, new FakeRepositories());
  private final Project project = new Project(FOLDER, Optional.empty(), Optional.empty(), true);

  @Test
  void theSectionComesAndGoesWithoutATrace() throws PortException {
    files.contents.put(CLAUDE_MD, "# Über uns\r\n".getBytes(UTF_8));

    options.apply(options.addSection(project, SECTION));
    assertThat(options.hasSection(project)).isTrue();
    options.apply(options.removeSection(project));

    assertThat(files.contents.get(CLAUDE_MD)).isEqualTo("# Über uns\r\n".getBytes(UTF_8));
  }

  @Test
  void aFileThatIsNotThereIsCreatedAndRemoved() throws PortException {
    options.apply(options.addSection(project, SECTION));
    assertThat(files.contents).containsKey(CLAUDE_MD);

    options.apply(options.removeSection(project));
    assertThat(files.contents).doesNotContainKey(CLAUDE_MD);
    assertThat(options.removeSection(project).changesNothing()).isTrue();
  }

  @Test
  void anotherEncodingIsRefused() throws PortException {
    files.contents.put(CLAUDE_MD, "# Über uns\n".getBytes(ISO_8859_1));

    assertThatThrownBy(() -> options.addSection(project, SECTION))
        .isInstanceOfSatisfying(
            PortException.class,
            failure -> assertThat(failure.kind()).isEqualTo(PortException.Kind.REFUSED));
    assertThat(options.hasSection(project)).isFalse();
  }
}
