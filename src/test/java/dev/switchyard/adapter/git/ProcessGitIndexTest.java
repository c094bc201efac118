package dev.switchyard.adapter.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.process.Command;
import dev.switchyard.adapter.process.Processes;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.PortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessGitIndexTest {
  @TempDir Path temporary;
  private Path root;
  private final Processes processes =
      new Processes(
          Map.of(
              "PATH", System.getenv("PATH"),
              "GIT_CONFIG_GLOBAL", "/dev/null",
              "GIT_CONFIG_NOSYSTEM", "1"),
          OperatingSystem.parse(System.getProperty("os.name")));
  private final ProcessGitIndex index = new ProcessGitIndex(processes);

  @BeforeEach
  void aRepository() throws IOException, PortException {
    root = temporary.toRealPath();
    git("init", "-q", "-b", "main");
  }

  @Test
  void aFileInAMergeConflictComesBackWithAllItsStages() throws IOException, PortException {
    commit("common");
    git("branch", "other");
    commit("ours");
    git("checkout", "-q", "other");
    commit("theirs");
    processes.run(named("merge", "main").in(root));
    var before = git("ls-files", "--stage");
    assertThat(before.lines()).as("stages").hasSize(3);
    var entry = index.entry(root, root.resolve("settings.json")).orElseThrow();

    index.remove(root, root.resolve("settings.json"));
    assertThat(git("ls-files", "--stage")).isEmpty();

    index.add(root, entry);
    assertThat(git("ls-files", "--stage")).isEqualTo(before);
  }

  @Test
  void anEntryOfAnEarlierVersionIsTakenBackToo() throws IOException, PortException {
    commit("text");
    var before = git("ls-files", "--stage");
    var file = root.resolve("settings.json");
    var entry = index.entry(root, file).orElseThrow();

    index.remove(root, file);
    index.add(root, entry.replace("\0", ""));

    assertThat(git("ls-files", "--stage")).isEqualTo(before);
  }

  @Test
  void aNameLikeAPatternMeansItselfAlone() throws IOException, PortException {
    Files.writeString(root.resolve("a.json"), "{}");
    git("add", "a.json");

    assertThat(index.entry(root, root.resolve("[a].json"))).isEmpty();
    assertThat(index.entry(root, root.resolve("a.json"))).isPresent();
  }

  private void commit(String text) throws IOException, PortException {
    Files.writeString(root.resolve("settings.json"), text + "\n");
    git("add", "settings.json");
    git("commit", "-q", "-m", text);
  }

  private String git(String... words) throws PortException {
    var outcome = processes.run(named(words).in(root));
    assertThat(outcome.succeeded()).as(outcome.errors()).isTrue();
    return outcome.output();
  }

  private static Command named(String... words) {
    var all = new ArrayList<>(List.of("git", "-c", "user.name=n", "-c", "user.email=e@x"));
    all.addAll(List.of(words));
    return Command.of(all);
  }
}
