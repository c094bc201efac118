import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where the sources of this build come from, as far as its surroundings say.
final class Origin {
  private Origin() {}

  /// The commit, with a plus sign where the sources differ from it.
  static Optional<String> revision() {
    return git("rev-parse", "--short=10", "HEAD")
        .map(commit -> git("status", "--porcelain").isPresent() ? commit + "+" : commit);
  }

  /// The project's page: that of the workflow's repository, or of the remote that was cloned.
  static Optional<String> address() {
    return repository()
        .or(() -> git("remote", "get-url", "origin"))
        .filter(address -> address.startsWith("https://"))
        .map(address -> address.replaceFirst("//[^/@]*@", "//").replaceFirst("(\\.git)?/?$", ""));
  }

  private static Optional<String> repository() {
    return Optional.ofNullable(System.getenv("GITHUB_REPOSITORY"))
        .map(name -> System.getenv("GITHUB_SERVER_URL") + "/" + name);
  }

  /// What git answers; empty for no answer, no repository and no git.
  private static Optional<String> git(String... words) {
    var command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(words));
    try {
      Process git =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      var answer = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return git.waitFor() == 0 && !answer.isEmpty() ? Optional.of(answer) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while git was asked", e);
    }
  }
}
