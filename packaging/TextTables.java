import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Puts in the place of each file of texts a table in which one is found without reading the
/// others: to parse a file took longer than to wire the window. The form is the one that
/// `dev.switchyard.ui.text.TextTable` reads.
final class TextTables {
  private TextTables() {}

  /// @param classes the program's own, in which the files lie
  static void makeIn(Path classes) throws IOException {
    for (Path file : files(classes)) {
      String name = file.getFileName().toString().replace(".properties", ".table");
      Files.write(file.resolveSibling(name), table(read(file)));
      Files.delete(file);
    }
  }

  private static List<Path> files(Path classes) throws IOException {
    try (Stream<Path> all = Files.walk(classes)) {
      return all.filter(file -> file.getFileName().toString().matches("messages.*\\.properties"))
          .toList();
    }
  }

  private static Properties read(Path file) throws IOException {
    var texts = new Properties();
    try (Reader content = Files.newBufferedReader(file)) {
      texts.load(content);
    }
    return texts;
  }

  static byte[] table(Properties texts) throws IOException {
    var sorted = new TreeMap<byte[], byte[]>(Arrays::compareUnsigned);
    texts.forEach((key, text) -> sorted.put(bytes(key), bytes(text)));
    var places = new ByteArrayOutputStream();
    var content = new ByteArrayOutputStream();
    var numbers = new DataOutputStream(places);
    numbers.writeInt(sorted.size());
    for (Map.Entry<byte[], byte[]> entry : sorted.entrySet()) {
      numbers.writeInt(content.size());
      content.write(entry.getKey());
      numbers.writeInt(content.size());
      content.write(entry.getValue());
    }
    numbers.writeInt(content.size());
    content.writeTo(places);
    return places.toByteArray();
  }

  private static byte[] bytes(Object text) {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
