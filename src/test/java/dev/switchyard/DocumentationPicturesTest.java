package dev.switchyard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.switchyard.adapter.demo.DemoBenchmarks;
import dev.switchyard.adapter.demo.DemoReports;
import dev.switchyard.adapter.demo.DemoTranscripts;
import dev.switchyard.adapter.demo.Setup;
import dev.switchyard.adapter.file.BenchmarkFile;
import dev.switchyard.adapter.file.ReportFiles;
import dev.switchyard.domain.Home;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.preference.Preferences.Theme;
import dev.switchyard.fake.Fx;
import dev.switchyard.fake.Pixels;
import dev.switchyard.fake.Snapshots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The pictures in `docs/images` show the window as it is. They are drawn from the same data each
/// time: a simulated server, fixed memory, a clock that stands.
///
/// `./mvnw test -Dtest=DocumentationPicturesTest -Dpictures=renew` draws them anew.
@EnabledOnOs(value = OS.LINUX, disabledReason = "fonts are drawn otherwise on other systems")
class DocumentationPicturesTest {
  private static final Path PICTURES = Path.of("docs/images");
  private static final String FONT = "DejaVu Sans";
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 800;

  /// What another version of the library that draws letters may change at their edges. A word more
  /// or less comes to more.
  private static final int PIXELS = 150;

  @TempDir Path folder;

  @Test
  void showTheWindowAsItIs() throws IOException, PortException {
    Fx.start();
    assumeTrue(Fx.get(DocumentationPicturesTest::hasFont), "the system's font is not " + FONT);
    var drawn = drawInUtc();
    if ("renew".equals(System.getProperty("pictures"))) {
      renew(drawn);
      return;
    }
    for (var picture : drawn.entrySet()) {
      var shown = PICTURES.resolve(picture.getKey() + ".png");
      assertThat(Pixels.different(picture.getValue(), shown))
          .as(
              "pixels of %s that are not as in %s; ./mvnw test -Dtest=DocumentationPicturesTest"
                  + " -Dpictures=renew draws the pictures anew",
              picture.getValue(), shown)
          .isLessThanOrEqualTo(PIXELS);
    }
  }

  /// JavaFX tells only that its font is the system's: a letter is as wide as its font makes it.
  private static boolean hasFont() {
    return Font.getFamilies().contains(FONT)
        && width(Font.font(FONT, Font.getDefault().getSize())) == width(Font.getDefault());
  }

  private static double width(Font font) {
    var text = new Text("Switchyard shows where requests go");
    text.setFont(font);
    return text.getLayoutBounds().getWidth();
  }

  private static void renew(Map<String, Path> drawn) throws IOException {
    Files.createDirectories(PICTURES);
    for (var picture : drawn.entrySet()) {
      Files.copy(
          picture.getValue(),
          PICTURES.resolve(picture.getKey() + ".png"),
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /// Times of the day are shown as they are where the person is.
  private Map<String, Path> drawInUtc() throws IOException, PortException {
    var before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone(ZoneOffset.UTC));
    try {
      return draw();
    } finally {
      TimeZone.setDefault(before);
    }
  }

  private Map<String, Path> draw() throws IOException, PortException {
    var setup = Setup.instant();
    var loaded = setup.withLoaded(setup.installed().getFirst(), Duration.ofMinutes(30));
    try (var machine = SmallMachine.in(folder, loaded, "billing-service", "notes", "website")) {
      machine.installClaude();
      machine.installTerminal();
      new BenchmarkFile(Home.below(machine.home()).state())
          .save(DemoBenchmarks.before(Setup.EPOCH));
      DemoTranscripts.write(machine.home(), Setup.EPOCH);
      DemoReports.fill(
          new ReportFiles(Home.below(machine.home()).state()), loaded, machine.server().url());
      try (var window = machine.open()) {
        var person = new Person(window);
        person.click("Projects");
        person.click("Route of billing-service: Local");
        person.click("Write");
        person.sees("with gemma4-claude");
        person.click("Dismiss");
        var drawn = new TreeMap<String, Path>();
        for (var screen : window.wired().screens()) {
          drawn.put(screen.id(), picture(machine, window, screen.id(), Theme.LIGHT));
        }
        for (var screen : new String[] {"overview", "projects"}) {
          drawn.put(screen + "-dark", picture(machine, window, screen, Theme.DARK));
        }
        return drawn;
      }
    }
  }

  private static Path picture(SmallMachine machine, OpenWindow window, String screen, Theme theme) {
    window.show(screen);
    Fx.run(() -> {
      window.wired().preferences().change(before -> before.withTheme(theme));
      window.scene().lookup("#nav-" + screen).requestFocus();
      window.stage().setWidth(WIDTH);
      window.stage().setHeight(HEIGHT);
    });
    window.settle();
    var name = "docs-" + screen + (theme == Theme.DARK ? "-dark" : "");
    return Fx.get(() -> {
      rename(window.scene().getRoot(), names(machine));
      return Snapshots.write(name, window.scene(), WIDTH, HEIGHT);
    });
  }

  /// What is called otherwise at each run, by the name that it has for most people.
  private static Map<String, String> names(SmallMachine machine) {
    var address = machine.server().url().toString().substring("http://".length());
    return Map.of(
        address,
        "localhost:11434",
        machine.home().toString(),
        "/home/me",
        machine.home().resolveSibling("bin").toString(),
        "/usr/local/bin");
  }

  private static void rename(Node node, Map<String, String> names) {
    switch (node) {
      case Labeled labeled when !labeled.textProperty().isBound() ->
          labeled.setText(renamed(labeled.getText(), names));
      case Text text when !text.textProperty().isBound() ->
          text.setText(renamed(text.getText(), names));
      case TextInputControl field when !field.textProperty().isBound() ->
          field.setText(renamed(field.getText(), names));
      default -> {
        // It has no words, or takes them from something that has.
      }
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> rename(child, names));
    }
  }

  private static String renamed(String text, Map<String, String> names) {
    var result = text;
    if (text != null) {
      for (var name : names.entrySet()) {
        result = result.replace(name.getKey(), name.getValue());
      }
    }
    return result;
  }
}
