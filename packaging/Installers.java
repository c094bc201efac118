import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/// Makes the installers of the system that it runs on: .deb and .rpm, .msi, or .dmg.
///
/// `java -cp JSVG packaging/Installers.java IMAGE FOLDER VERSION TIMESTAMP LEVEL`, run by the
/// build's `installer` profile after the image is made. LEVEL is that of the compression.
final class Installers {
  private Installers() {}

  public static void main(String[] args) throws Exception {
    var release =
        new Release(
            Path.of(args[0]).toAbsolutePath(),
            Path.of(args[1]).toAbsolutePath(),
            args[2],
            Instant.parse(args[3]),
            Integer.parseInt(args[4]));
    Folders.delete(release.folder());
    Files.createDirectories(release.folder());
    Icons.main(new String[] {"all", Release.DRAWING.toString(), release.icons().toString()});
    String system = System.getProperty("os.name");
    if (system.equals("Linux")) {
      new LinuxPackages(release).make();
    } else {
      new JpackageInstaller(release, system.startsWith("Windows") ? "windows" : "macos").make();
    }
  }
}
