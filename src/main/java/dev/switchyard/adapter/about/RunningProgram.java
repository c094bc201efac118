package dev.switchyard.adapter.about;

import dev.switchyard.domain.Surroundings;
import dev.switchyard.domain.about.Build;
import dev.switchyard.domain.about.Inventory;
import dev.switchyard.domain.about.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// This program, as it runs. The parts are the modules that really take part, with the versions
/// that they carry; what the build has collected ([BuiltParts]) adds names and licences.
public final class RunningProgram implements Inventory {
  private static final Path OS_RELEASE = Path.of("/etc/os-release");
  private static final String PRETTY_NAME = "PRETTY_NAME=";

  private final Surroundings surroundings;

  public RunningProgram(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Build build() {
    var built = BuiltParts.ofResource();
    var version =
        Optional.ofNullable(RunningProgram.class.getModule().getDescriptor())
            .flatMap(ModuleDescriptor::rawVersion);
    return new Build(version.orElse(""), built.revision(), built.address());
  }

  @Override
  public List<Fact> facts() {
    var facts = new ArrayList<Fact>();
    facts.add(
        new Fact("java", Runtime.version() + ", " + System.getProperty("java.vendor", "unknown")));
    toolkit().ifPresent(version -> facts.add(new Fact("javafx", version)));
    facts.add(new Fact("system", system()));
    desktop().ifPresent(desktop -> facts.add(new Fact("desktop", desktop)));
    facts.add(new Fact("language", Locale.getDefault().toLanguageTag()));
    return facts;
  }

  @Override
  public List<Part> parts() {
    var built = BuiltParts.ofResource();
    return ModuleLayer.boot().modules().stream()
        .map(Module::getDescriptor)
        .filter(module -> isLibrary(module.name()))
        .map(module -> built.part(module.name(), module.rawVersion().orElse("")))
        .distinct()
        .sorted(Comparator.comparing(Part::name, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  private static boolean isLibrary(String module) {
    return !module.startsWith("java.")
        && !module.startsWith("jdk.")
        && !module.equals(RunningProgram.class.getModule().getName());
  }

  private static Optional<String> toolkit() {
    return ModuleLayer.boot()
        .findModule("javafx.base")
        .flatMap(module -> module.getDescriptor().rawVersion());
  }

  private String system() {
    var kernel =
        "%s %s, %s"
            .formatted(
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch"));
    return distribution().map(name -> name + ", " + kernel).orElse(kernel);
  }

  private static Optional<String> distribution() {
    try (var lines = Files.lines(OS_RELEASE)) {
      return lines
          .filter(line -> line.startsWith(PRETTY_NAME))
          .map(line -> line.substring(PRETTY_NAME.length()).replace("\"", ""))
          .findFirst();
    } catch (IOException | UncheckedIOException _) {
      return Optional.empty();
    }
  }

  private Optional<String> desktop() {
    var words =
        List.of("XDG_CURRENT_DESKTOP", "XDG_SESSION_TYPE").stream()
            .flatMap(name -> surroundings.variable(name).stream())
            .collect(Collectors.joining(", "));
    return words.isEmpty() ? Optional.empty() : Optional.of(words);
  }
}
