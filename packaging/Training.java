import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Starts the image in an empty home and keeps what the JVM loaded and linked: later starts take it
/// from the caches, all of it at once. That is why the commands have a cache of their own: without
/// the window's classes it is a third as large.
final class Training {
  private final Path image;
  private final Path java;
  private final Path work;

  /// @param java the image's own
  /// @param work a folder for what the starts leave behind
  Training(Path image, Path java, Path work) {
    this.image = image;
    this.java = java;
    this.work = work;
  }

  void makeCaches() throws IOException, InterruptedException {
    train("WINDOW", "switchyard.aot");
    train("COMMANDS", "commands.aot");
  }

  private void train(String what, String name) throws IOException, InterruptedException {
    Path home = Files.createDirectories(work.resolve("home"));
    Path cache = image.resolve("lib").resolve(name);
    var command = new ArrayList<String>();
    // What JavaFX loads for a real display is what later starts need.
    boolean display = what.equals("WINDOW") && isOnPath("xvfb-run");
    if (display) {
      command.addAll(List.of("xvfb-run", "-a", "-s", "-screen 0 1400x900x24"));
    }
    command.addAll(
        List.of(
            java.toString(),
            "@" + image.resolve("lib").resolve("jvm.args"),
            "-XX:AOTCacheOutput=" + cache));
    if (!display) {
      command.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw"));
    }
    command.addAll(List.of("-Duser.home=" + home, "-m", Image.MAIN, "--train", what));
    var builder = new ProcessBuilder(command);
    inHome(builder.environment(), home);
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().keySet().removeAll(Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    Process training = builder.inheritIO().start();
    if (!training.waitFor(5, TimeUnit.MINUTES)) {
      training.destroyForcibly();
      throw new IllegalStateException("the training start did not end within five minutes");
    }
    if (training.exitValue() != 0 || !Files.exists(cache)) {
      throw new IllegalStateException(
          "the training start ended with " + training.exitValue() + " and left no AOT cache");
    }
  }

  /// As most start it: with a home of their own and settings in it, and not with a variable that
  /// moves it. Nothing of who builds the image is read.
  private static void inHome(Map<String, String> environment, Path home) throws IOException {
    environment
        .keySet()
        .removeIf(name ->
            name.matches(
                "XDG_(CONFIG|STATE|DATA|CACHE)_HOME|SWITCHYARD_.*|CLAUDE_.*|ANTHROPIC_.*|OLLAMA_.*"));
    for (String name : List.of("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA")) {
      environment.put(name, home.toString());
    }
    Path settings = home.resolve(".config/switchyard/settings.json");
    Files.createDirectories(settings.getParent());
    Files.writeString(settings, "{\"serverUrl\": \"http://127.0.0.1:9\"}\n");
  }

  private static boolean isOnPath(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
