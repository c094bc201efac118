package dev.switchyard.domain.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchyard.adapter.claude.ClaudeFiles;
import dev.switchyard.adapter.git.GitCheckouts;
import dev.switchyard.adapter.process.Processes;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.project.GitIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UntrackFileTest {
  @TempDir Path temporary;

  @Test
  void gitKeepsTheFileWhereItCannotBeToldToLeaveItAlone() throws IOException {
    var root = temporary.toRealPath();
    var file = root.resolve("settings.json");
    var exclude = root.resolve(".git/info/exclude");
    Files.createDirectories(exclude.resolve(".."));
    var entries = new HashMap<Path, String>(Map.of(file, "entry"));
    var untrack =
        new UntrackFile(
            new ClaudeFiles(),
            new GitCheckouts(new Processes(Map.of(), OperatingSystem.LINUX)),
            new GitIndex() {
              @Override
              public Optional<String> entry(Path ofRoot, Path ofFile) {
                return Optional.ofNullable(entries.get(ofFile));
              }

              // Somebody writes the other file just then.
              @Override
              public void remove(Path ofRoot, Path ofFile) throws PortException {
                entries.remove(ofFile);
                try {
                  Files.writeString(exclude, "theirs\n");
                } catch (IOException e) {
                  throw new AssertionError(e);
                }
              }

              @Override
              public void add(Path ofRoot, String entry) {
                entries.put(file, entry);
              }
            });

    assertThatThrownBy(() -> untrack.untrack(new Step.Untrack(file)))
        .isInstanceOf(PortException.class);

    assertThat(entries).containsEntry(file, "entry");
    assertThat(exclude).hasContent("theirs\n");
  }
}
