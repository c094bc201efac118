import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/// What every installer of this version is made of.
///
/// @param image the self-contained image
/// @param folder where the installers are made
/// @param version of the project, such as `0.1.0`
/// @param timestamp of the release, for every file that is newer
/// @param level of the compression, 1 (quick) to 9
record Release(Path image, Path folder, String version, Instant timestamp, int level) {
  static final Path PACKAGING = Path.of("packaging");
  static final Path DRAWING = Path.of("icons", "switchyard.svg");

  Path icons() {
    return folder.resolve("icons");
  }

  /// Says what was made.
  static void announce(Path installer) throws IOException {
    System.out.printf("Installer: %s (%.1f MB)%n", installer, Files.size(installer) / 1e6);
  }

  /// Writes a template of `packaging/` with its `@NAMES@` filled in; one without a value is a
  /// mistake in the template.
  void fill(String template, Map<String, String> values, Path target) throws IOException {
    var all = new HashMap<>(values);
    all.put("VERSION", version);
    all.put("DATE", LocalDate.ofInstant(timestamp, ZoneOffset.UTC).toString());
    all.put("LEVEL", String.valueOf(level));
    String text = Files.readString(PACKAGING.resolve(template));
    for (Map.Entry<String, String> value : all.entrySet()) {
      text = text.replace("@" + value.getKey() + "@", value.getValue());
    }
    if (text.matches("(?s).*@[A-Z]+@.*")) {
      throw new IllegalStateException(template + " names a value that is not known:\n" + text);
    }
    Files.createDirectories(target.getParent());
    Files.writeString(target, text);
  }
}
