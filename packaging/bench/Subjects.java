import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;

/// The programs: Switchyard as it is packaged, and beside it those of `subjects/`, on the same
/// runtime, with the same flags and an AOT cache of their own.
final class Subjects {
  private static final Path IMAGE = Path.of("target/image/switchyard").toAbsolutePath();
  private static final Path DEPENDENCIES = Path.of("target/image/dependencies");
  private static final Path SOURCES = Path.of("packaging/bench/subjects");
  private static final Path COLOURS = Path.of("src/main/resources/dev/switchyard/ui/light.css");

  private final Path folder;
  private final Map<String, String> environment;
  private final String server;

  /// @param folder for what is compiled, the caches, and the homes
  /// @param environment of every program
  /// @param server the address of the model server that Switchyard shows
  Subjects(Path folder, Map<String, String> environment, String server) {
    this.folder = folder;
    this.environment = environment;
    this.server = server;
  }

  static Path image() {
    return IMAGE;
  }

  Program window() throws IOException {
    return switchyard();
  }

  Program tray() throws IOException {
    return switchyard("--tray");
  }

  Program status() throws IOException {
    return switchyard("status", "--json");
  }

  private Program switchyard(String... arguments) throws IOException {
    Path home = folder.resolve("home");
    Path settings = home.resolve(".config/switchyard/settings.json");
    Files.createDirectories(settings.getParent());
    // Closing the window asks nothing and keeps the tray.
    Files.writeString(
        settings,
        """
        {"theme": "light", "whenClosed": "stay", "serverUrl": "%s"}
        """
            .formatted(server));
    var command = new ArrayList<String>();
    command.add(IMAGE.resolve("bin/switchyard").toString());
    command.addAll(List.of(arguments));
    return new Program(
        "Switchyard",
        command,
        withHome(home),
        Content.gauge(colour("-sy-system"), colour("-sy-track"), new MachineMemory()));
  }

  /// As the style sheet names it.
  private static int colour(String name) throws IOException {
    var matcher = Pattern.compile(name + ": #([0-9a-f]{6});").matcher(Files.readString(COLOURS));
    if (!matcher.find()) {
      throw new IllegalStateException("no colour " + name + " in " + COLOURS);
    }
    return Integer.parseInt(matcher.group(1), 16);
  }

  Program bareWindow() throws Exception {
    return bare("bare.window", "BareWindow", "Bare window");
  }

  Program bareReading() throws Exception {
    return bare("bare.reading", "BareReading", "Bare reading");
  }

  private Program bare(String module, String main, String title) throws Exception {
    Path classes = folder.resolve(module);
    Path jar = folder.resolve(module + ".jar");
    Path cache = folder.resolve(module + ".aot");
    Path sources = SOURCES.resolve(module);
    tool(
        "javac",
        "-p",
        DEPENDENCIES.toString(),
        "-d",
        classes.toString(),
        sources.resolve("module-info.java").toString(),
        sources.resolve(module.replace('.', '/')).resolve(main + ".java").toString());
    tool("jar", "--create", "--file", jar.toString(), "-C", classes.toString(), ".");
    var home = withHome(Files.createDirectories(folder.resolve(module + "-home")));
    train(bareCommand(module, main, jar, "-XX:AOTCacheOutput=" + cache, "--train"), home, cache);
    return new Program(
        title, bareCommand(module, main, jar, "-XX:AOTCache=" + cache), home, Content.redText());
  }

  private static List<String> bareCommand(
      String module, String main, Path jar, String cache, String... arguments) throws IOException {
    var command = new ArrayList<String>();
    command.add(IMAGE.resolve("runtime/bin/java").toString());
    command.addAll(flags(module));
    command.addAll(List.of(cache, "-p", jar.toString(), "-m", module + "/" + module + "." + main));
    command.addAll(List.of(arguments));
    return command;
  }

  /// The JVM's flags as Switchyard has them. What is said to JavaFX about a window at rest is
  /// Switchyard's own merit: the bare window is as JavaFX makes it.
  private static List<String> flags(String module) throws IOException {
    return Files.readAllLines(IMAGE.resolve("lib/jvm.args")).stream()
        .filter(line -> line.startsWith("-"))
        .filter(line -> !line.startsWith("-Djavafx.") && !line.startsWith("-Dprism."))
        .map(line -> line.startsWith("--enable-native-access") ? nativeAccess(module) : line)
        .toList();
  }

  private static String nativeAccess(String module) {
    return "--enable-native-access="
        + (module.equals("bare.window") ? "javafx.graphics" : "com.sun.jna");
  }

  private static void train(List<String> command, Map<String, String> environment, Path cache)
      throws IOException, InterruptedException {
    var builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(cache.resolveSibling("train.log").toFile());
    int code = builder.start().waitFor();
    if (code != 0 || !Files.exists(cache)) {
      throw new IllegalStateException(command + " ended with " + code + " and made no AOT cache");
    }
  }

  private Map<String, String> withHome(Path home) {
    var result = new HashMap<>(environment);
    result.put("HOME", home.toString());
    return Map.copyOf(result);
  }

  private static void tool(String name, String... arguments) {
    var tool = ToolProvider.findFirst(name).orElseThrow();
    if (tool.run(System.out, System.err, arguments) != 0) {
      throw new IllegalStateException(name + " failed");
    }
  }
}
