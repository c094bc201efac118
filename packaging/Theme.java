import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The theme's jar in the image: of its style sheets those that the program names, with the rules
/// that can hold for what it shows.
final class Theme {
  private static final String NAME = "atlantafx-base-";

  private final Path jar;

  /// @param jar a copy that may be changed
  Theme(Path jar) {
    this.jar = jar;
  }

  static boolean isIn(Path jar) {
    return jar.getFileName().toString().startsWith(NAME);
  }

  /// Writes the style sheets that are used into a folder.
  ///
  /// @param classes the folder of the program's classes
  /// @param jars what it may use
  void writeUsed(Path classes, List<Path> jars, Path folder) throws IOException {
    Set<String> texts = Reachable.texts(classes, jars);
    var rules = new UsedRules(texts);
    try (FileSystem content = FileSystems.newFileSystem(jar)) {
      for (Path sheet : sheets(content)) {
        if (sheet.toString().endsWith(".css") && texts.contains(sheet.toString())) {
          Path target = folder.resolve(sheet.toString().substring(1));
          Files.createDirectories(target.getParent());
          Files.writeString(target, rules.of(Files.readString(sheet)));
        }
      }
    }
  }

  /// Puts the style sheets of a folder in place of all that there are.
  void replaceBy(Path folder) throws IOException {
    try (FileSystem content =
        FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of())) {
      for (Path sheet : sheets(content)) {
        Files.delete(sheet);
      }
      for (Path sheet : Folders.files(folder)) {
        Files.copy(
            sheet,
            content.getPath(
                "/", folder.relativize(sheet).toString().replace(File.separatorChar, '/')));
      }
    }
  }

  private static List<Path> sheets(FileSystem content) throws IOException {
    try (Stream<Path> files = Files.walk(content.getPath("/"))) {
      return files.filter(file -> file.toString().matches(".*\\.[cb]ss")).toList();
    }
  }
}
