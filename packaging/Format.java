import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Checks that every Java file reads as google-java-format writes it, or, with `apply`, writes it
/// so.
///
/// Run by the build with the toolchain's java, since the formatter needs a newer one than Maven may
/// have: `java -cp FORMATTER packaging/Format.java check|apply FOLDER...`. Exit code 1: some file
/// differs.
final class Format {
  private static final Formatter FORMATTER =
      new Formatter(
          JavaFormatterOptions.builder()
              .style(JavaFormatterOptions.Style.GOOGLE)
              .formatJavadoc(true)
              .build());

  public static void main(String[] args) throws IOException {
    boolean apply = args[0].equals("apply");
    List<Path> differing =
        List.of(args).subList(1, args.length).stream()
            .map(Path::of)
            .flatMap(Format::javaFiles)
            .parallel()
            .filter(file -> differs(file, apply))
            .sorted()
            .toList();
    if (apply) {
      differing.forEach(file -> System.out.println("Formatted " + file));
    } else if (!differing.isEmpty()) {
      differing.forEach(file -> System.err.println("Not formatted: " + file));
      System.err.println("Run `./mvnw process-sources -Pformat` to format them.");
      System.exit(1);
    }
  }

  private static Stream<Path> javaFiles(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new IllegalStateException("cannot list " + folder, e);
    }
  }

  private static boolean differs(Path file, boolean apply) {
    try {
      String source = Files.readString(file);
      String formatted = format(source);
      if (formatted.equals(source)) {
        return false;
      }
      if (apply) {
        Files.writeString(file, formatted);
      }
      return true;
    } catch (FormatterException | IOException e) {
      throw new IllegalStateException("cannot format " + file, e);
    }
  }

  private static String format(String source) throws FormatterException {
    // A checkout on Windows may have CRLF: the formatter keeps a file's own line ends.
    String ordered = ImportOrderer.reorderImports(source, JavaFormatterOptions.Style.GOOGLE);
    return FORMATTER.formatSource(RemoveUnusedImports.removeUnusedImports(ordered));
  }
}
