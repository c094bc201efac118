import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.css.Stylesheet;

/// Writes beside each style sheet of a folder its binary form, which JavaFX takes where it is
/// there: to parse the text takes a tenth of the window's start.
///
/// `java -p DEPENDENCIES --add-modules javafx.graphics packaging/StyleSheets.java CLASSES`
final class StyleSheets {
  private StyleSheets() {}

  public static void main(String[] args) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(args[0]))) {
      List<Path> sheets = files.filter(file -> file.toString().endsWith(".css")).toList();
      for (Path sheet : sheets) {
        String name = sheet.getFileName().toString().replace(".css", ".bss");
        Stylesheet.convertToBinary(sheet.toFile(), sheet.resolveSibling(name).toFile());
      }
    }
  }
}
