import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The .msi or the .dmg, by jpackage: around the image's own runtime and its AOT cache, with
/// jpackage's start programs, which these systems need for an icon and a name of their own.
final class JpackageInstaller {
  /// The name of the certificate that macOS' installers are signed with; without it they are not.
  private static final String SIGNED_BY = "SWITCHYARD_SIGNED_BY";

  private final Release release;
  private final String system;
  private final Path work;

  /// `system` is the folder of `packaging/` with the arguments: `windows` or `macos`.
  JpackageInstaller(Release release, String system) {
    this.release = release;
    this.system = system;
    this.work = release.folder().resolve("work");
  }

  void make() throws IOException {
    Path made = Files.createDirectories(work.resolve("made"));
    var arguments = new ArrayList<String>();
    arguments.add("@" + Release.PACKAGING.resolve("jpackage.args"));
    arguments.add("@" + Release.PACKAGING.resolve(system).resolve("jpackage.args"));
    arguments.addAll(List.of("--dest", made.toString()));
    arguments.addAll(List.of("--runtime-image", release.image().resolve("runtime").toString()));
    arguments.addAll(List.of("--input", gathered().toString()));
    arguments.addAll(
        system.equals("macos")
            ? forMacOs()
            : List.of("--app-version", release.version(), "--icon", icon("ico")));
    for (String flag : flags()) {
      arguments.addAll(List.of("--java-options", flag));
    }
    Image.tool("jpackage", arguments.toArray(String[]::new));
    deliver(made);
    Folders.delete(work);
  }

  /// What lies beside the program besides its runtime.
  private Path gathered() throws IOException {
    Path input = work.resolve("input");
    for (String file : List.of("lib/switchyard.aot", "LICENSE", Image.NOTICE)) {
      Path source = release.image().resolve(file);
      Folders.copy(source, input.resolve(source.getFileName()));
    }
    return input;
  }

  private List<String> forMacOs() throws IOException {
    Path resources = work.resolve("resources");
    release.fill("macos/Info.plist", Map.of(), resources.resolve("Info.plist"));
    // jpackage wants a first number above zero; what macOS shows is Info.plist's.
    var arguments =
        new ArrayList<>(
            List.of(
                "--app-version",
                release.version().replaceFirst("^0\\.", "1."),
                "--icon",
                icon("icns"),
                "--resource-dir",
                resources.toString()));
    String name = System.getenv(SIGNED_BY);
    if (name != null && !name.isBlank()) {
      arguments.addAll(List.of("--mac-sign", "--mac-signing-key-user-name", name));
    }
    return arguments;
  }

  private String icon(String suffix) {
    return release.icons().resolve("switchyard." + suffix).toString();
  }

  /// The flags that the AOT cache was trained with, and the cache.
  private static List<String> flags() throws IOException {
    try (Stream<String> lines = Files.lines(Release.PACKAGING.resolve("jvm.args"))) {
      var flags =
          new ArrayList<>(lines.filter(line -> !line.isBlank() && !line.startsWith("#")).toList());
      flags.add("-XX:AOTCache=$APPDIR/switchyard.aot");
      return flags;
    }
  }

  /// Under our own version, and with the processor's name.
  private void deliver(Path folder) throws IOException {
    for (Path file : Folders.files(folder)) {
      String name = file.getFileName().toString();
      String target =
          "Switchyard-%s-%s%s"
              .formatted(
                  release.version(),
                  System.getProperty("os.arch"),
                  name.substring(name.lastIndexOf('.')));
      Path made = Files.move(file, release.folder().resolve(target));
      Release.announce(made);
    }
  }
}
