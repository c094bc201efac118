package dev.switchyard.adapter.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.process.Command;
import dev.switchyard.adapter.process.Processes;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.project.GitRepositories.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitCheckoutsTest {
  @TempDir Path temporary;
  private Path folder;
  private final Processes processes =
      new Processes(
          Map.of("PATH", System.getenv("PATH"), "GIT_CONFIG_GLOBAL", "/dev/null"),
          OperatingSystem.parse(System.getProperty("os.name")));
  private final GitCheckouts checkouts = new GitCheckouts(processes);

  @BeforeEach
  void realPath() throws IOException {
    folder = temporary.toRealPath();
  }

  @Test
  void noRepositoryNoCheckout() {
    assertThat(checkouts.checkoutOf(folder)).isEmpty();
  }

  @Test
  void aSubfolderBelongsToItsRoot() throws IOException {
    Files.createDirectories(folder.resolve("app/.git"));
    var root = folder.resolve("app");

    assertThat(checkouts.checkoutOf(root.resolve("a/b")))
        .contains(new Checkout(root, root, root.resolve(".git")));
  }

  @Test
  void aLinkedWorktreeNamesItsMainCheckout() throws IOException {
    var git = folder.resolve("main/.git");
    write(git.resolve("worktrees/fix/commondir"), "../..\n");
    write(folder.resolve("fix/.git"), "gitdir: " + git.resolve("worktrees/fix") + "\n");

    assertThat(checkouts.checkoutOf(folder.resolve("fix/sub")))
        .contains(new Checkout(folder.resolve("fix"), folder.resolve("main"), git));
  }

  @Test
  void aWorktreeOfABareRepositoryStandsAlone() throws IOException {
    var bare = folder.resolve("bare.git");
    write(bare.resolve("worktrees/fix/commondir"), "../..\n");
    write(folder.resolve("fix/.git"), "gitdir: ../bare.git/worktrees/fix\n");
    var root = folder.resolve("fix");

    assertThat(checkouts.checkoutOf(root)).contains(new Checkout(root, root, bare));
  }

  @Test
  void aSubmoduleIsItsOwnCheckout() throws IOException {
    Files.createDirectories(folder.resolve("app/.git/modules/lib"));
    write(folder.resolve("app/lib/.git"), "gitdir: ../.git/modules/lib\n");
    var root = folder.resolve("app/lib");

    assertThat(checkouts.checkoutOf(root))
        .contains(new Checkout(root, root, folder.resolve("app/.git/modules/lib")));
  }

  @Test
  void gitSaysWhatItTracks() throws IOException, PortException {
    write(folder.resolve("tracked.json"), "{}");
    write(folder.resolve("new.json"), "{}");
    processes.run(Command.of("git", "init", "-q").in(folder));
    processes.run(Command.of("git", "add", "tracked.json").in(folder));
    var checkout = checkouts.checkoutOf(folder).orElseThrow();

    assertThat(checkouts.tracks(checkout, folder.resolve("tracked.json"))).isTrue();
    assertThat(checkouts.tracks(checkout, folder.resolve("new.json"))).isFalse();
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
