import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/// Says what is in the image and under which licence, with the texts that the licences ask for: as
/// the notice that lies beside the program, and as the data that About shows.
///
/// Names, versions and licences come from the projects' own POMs, texts from their jars. Where a
/// jar holds none and the licence asks for the holder's notice, `packaging/licences/GROUP.txt` has
/// it as the project publishes it; a part without a text fails the build.
final class Licences {
  private static final Path OWN_TEXTS = Path.of("packaging", "licences");

  /// Long texts that the notice refers to.
  private static final String APACHE = "Apache License 2.0: see LICENSE";

  private static final String GPL =
      "GPL-2.0 with the Classpath Exception: see runtime/legal/java.base/LICENSE";

  private record Part(
      String group, String artifact, String version, String name, String licence, String address) {
    static Part of(String line) {
      String[] fields = line.split("\t", -1);
      return new Part(fields[0], fields[1], fields[2], fields[3], fields[4], fields[5]);
    }

    /// The classifier of a system may stand behind the version.
    boolean is(Path jar) {
      return jar.getFileName().toString().startsWith(artifact + "-" + version);
    }
  }

  private final List<Part> parts;
  private final List<Path> linked;

  /// `list` is what the build made of `dependencies.ftl`; `linked` are the jars in the image.
  Licences(Path list, List<Path> linked) throws IOException {
    this.parts =
        Files.readAllLines(list).stream().filter(line -> !line.isBlank()).map(Part::of).toList();
    this.linked = linked;
  }

  /// The whole notice. `LICENSE` and `runtime/legal` that it speaks of stand beside it.
  String notice() {
    var table = new StringBuilder();
    Map<String, List<String>> texts = new LinkedHashMap<>();
    for (Path jar : linked) {
      Part part = part(jar);
      table.append("- %s %s: %s\n".formatted(part.name(), part.version(), part.licence()));
      table.append(
          "  %s:%s %s\n".formatted(part.group(), part.artifact(), part.address()).stripTrailing());
      table.append('\n');
      for (String text : texts(part, jar)) {
        texts.computeIfAbsent(text, _ -> new ArrayList<>()).add(part.name());
      }
    }
    return """
    Switchyard is licensed under the Apache License 2.0, see LICENSE. It contains:

    - Java %s: GPL-2.0 with the Classpath Exception
      https://openjdk.org, its notices and those of its parts in runtime/legal
    """
            .formatted(Runtime.version().feature())
        + table
        + texts.entrySet().stream().map(Licences::section).collect(Collectors.joining());
  }

  /// All parts as JSON, for the program itself: each licence's text stands there once.
  ///
  /// @param revision the commit of the sources, or nothing
  /// @param address the project's page, or nothing
  String json(Optional<String> revision, Optional<String> address) throws IOException {
    var ids = new LinkedHashMap<String, String>();
    var list = new ArrayList<String>();
    for (Path jar : linked) {
      Part part = part(jar);
      var own = new ArrayList<String>();
      for (String text : texts(part, jar)) {
        own.add(Json.text(ids.computeIfAbsent(whole(text), _ -> "t" + ids.size())));
      }
      list.add(
          Json.object(
              Map.of(
                  "module", Json.text(module(jar)),
                  "name", Json.text(part.name()),
                  "version", Json.text(part.version()),
                  "licence", Json.text(part.licence()),
                  "address", Json.text(part.address()),
                  "texts", Json.array(own))));
    }
    var texts = new LinkedHashMap<String, String>();
    ids.forEach((text, id) -> texts.put(id, Json.text(text)));
    var all = new LinkedHashMap<String, String>();
    revision.ifPresent(commit -> all.put("revision", Json.text(commit)));
    address.ifPresent(page -> all.put("address", Json.text(page)));
    all.put("parts", Json.array(list));
    all.put("texts", Json.object(texts));
    return Json.object(all);
  }

  private static String module(Path jar) {
    return ModuleFinder.of(jar).findAll().iterator().next().descriptor().name();
  }

  /// What the notice only refers to.
  private static String whole(String text) throws IOException {
    return switch (text) {
      case APACHE -> Files.readString(Path.of("LICENSE")).strip();
      case GPL ->
          Files.readString(Path.of(System.getProperty("java.home"), "legal/java.base/LICENSE"))
              .strip();
      default -> text;
    };
  }

  private Part part(Path jar) {
    return parts.stream()
        .filter(candidate -> candidate.is(jar))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no licence is known for " + jar));
  }

  private static String section(Map.Entry<String, List<String>> text) {
    String names = text.getValue().stream().distinct().collect(Collectors.joining(", "));
    return "\n%s\n%s\n\n%s\n".formatted("-".repeat(80), names, text.getKey());
  }

  private static List<String> texts(Part part, Path jar) {
    var result = new ArrayList<String>();
    try (var archive = new JarFile(jar.toFile())) {
      for (JarEntry entry : archive.stream().toList()) {
        if (entry.getName().matches("(?i).*(licen[cs]e|notice)(\\.txt|\\.md)?")) {
          result.add(shortened(read(archive, entry)));
        }
      }
      boolean whole =
          archive.stream().anyMatch(entry -> entry.getName().startsWith("META-INF/LICENSE"));
      Path own = OWN_TEXTS.resolve(part.group() + ".txt");
      if (Files.exists(own)) {
        result.add(Files.readString(own).strip());
      } else if (!whole) {
        result.add(common(part));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the licences of " + jar, e);
    }
    return result;
  }

  private static String read(JarFile archive, JarEntry entry) throws IOException {
    try (InputStream content = archive.getInputStream(entry)) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }

  /// The same text need not stand there once more.
  private static String shortened(String text) {
    boolean apache =
        text.startsWith("Apache License") && text.contains("Version 2.0, January 2004");
    return apache ? APACHE : text;
  }

  private static String common(Part part) {
    String licence = part.licence();
    if (licence.contains("Apache")) {
      return APACHE;
    }
    if (licence.equals("GPLv2+CE")) {
      return GPL;
    }
    throw new IllegalStateException(
        "%s (%s) brings no licence text: put it into %s/%s.txt"
            .formatted(part.artifact(), licence, OWN_TEXTS, part.group()));
  }
}
