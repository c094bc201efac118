package dev.switchyard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atlantafx.base.theme.PrimerLight;
import dev.switchyard.fake.Fx;
import dev.switchyard.fake.PackagingTool;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Slider;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// `packaging/UsedRules.java` and `packaging/Reachable.java`, which leave out of the image's theme
/// what cannot hold for anything that is shown.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UsedRulesTest {
  private static final Pattern STYLE_CLASS = Pattern.compile("\\.([A-Za-z_][\\w-]*)");
  private static final Pattern BLOCK = Pattern.compile("\\{[^}]*\\}|/\\*.*?\\*/", Pattern.DOTALL);

  private PackagingTool tool;
  private Constructor<?> rules;
  private Method apply;
  private String theme;
  private String used;

  @BeforeAll
  void reduce(@TempDir Path folder) throws Exception {
    tool = new PackagingTool("Theme", folder);
    rules = tool.type("UsedRules").getDeclaredConstructor(Set.class);
    rules.setAccessible(true);
    apply = tool.method("UsedRules", "of", String.class);
    theme = read(new PrimerLight().getUserAgentStylesheet());
    used = of(texts(), theme);
  }

  @AfterAll
  void closeTool() throws IOException {
    tool.close();
  }

  private static String read(String resource) throws IOException {
    try (var content = PrimerLight.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(content).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /// Of the program itself and of all that it is run with.
  private Set<String> texts() throws Exception {
    var jars =
        Stream.of(System.getProperty("jdk.module.path").split(File.pathSeparator))
            .map(Path::of)
            .filter(path -> path.toString().endsWith(".jar"))
            .toList();
    var found =
        (Set<?>)
            tool.method("Reachable", "texts", Path.class, List.class)
                .invoke(null, Path.of("target/classes"), jars);
    return found.stream().map(String.class::cast).collect(Collectors.toSet());
  }

  private String of(Set<String> texts, String sheet) throws ReflectiveOperationException {
    return (String) apply.invoke(rules.newInstance(texts), sheet);
  }

  @Test
  void halfOfTheThemeIsLeftOut() {
    assertThat(used.length()).isLessThan(theme.length() * 6 / 10);
    assertThat(styleClasses(theme)).contains("date-picker", "color-picker", "chart");
    assertThat(styleClasses(used)).doesNotContain("date-picker", "color-picker", "chart");
  }

  @Test
  void whatTheScreensConsistOfKeepsItsRules() {
    try (var window = OpenWindow.demo()) {
      for (var screen : window.wired().screens()) {
        window.show(screen.id());
        assertKept(Fx.get(() -> styleClassesOf(window.scene().getRoot())));
      }
    }
  }

  @Test
  void controlsThatOnlySomeStatesShowKeepTheirRules() {
    assertKept(
        Fx.get(() -> {
          var box =
              new VBox(
                  new ChoiceBox<>(),
                  new ComboBox<>(),
                  new Hyperlink("link"),
                  new ListView<>(),
                  new ProgressBar(),
                  new ProgressIndicator(),
                  new Slider(0, 1, 0),
                  new SplitMenuButton(),
                  new TextArea(),
                  new TitledPane(),
                  new ToggleButton());
          var alert = new Alert(Alert.AlertType.CONFIRMATION).getDialogPane();
          new Scene(box).getRoot().applyCss();
          alert.applyCss();
          var found = styleClassesOf(box);
          found.addAll(styleClassesOf(alert));
          return found;
        }));
  }

  /// Each selector of the theme that could hold for these.
  private void assertKept(Set<String> shown) {
    shown.add("root");
    var holding =
        selectors(theme).filter(selector -> shown.containsAll(styleClasses(selector))).toList();
    assertThat(holding).hasSizeGreaterThan(50);
    assertThat(selectors(used)).containsAll(holding);
  }

  private static Stream<String> selectors(String sheet) {
    return Stream.of(BLOCK.matcher(sheet).replaceAll(",").split(","))
        .map(String::strip)
        .filter(selector -> !selector.isEmpty());
  }

  @Test
  void aSelectorStaysWhereEachOfItsStyleClassesIsNamed() throws Exception {
    var sheet =
        """
        /* .note { } */
        .a > .b, .a > .x { -fx-fill: red; }
        .x:hover .a { -fx-fill: red; }
        .root { -fx-size: 1; }
        Text, .part2, .tab-left { -fx-size: 2; }
        .part-2 { -fx-size: 3; }
        """;
    assertThat(of(Set.of("a", "b", "part", "tab-"), sheet))
        .isEqualTo(
            """
            .a > .b { -fx-fill: red; }
            .root { -fx-size: 1; }
            Text, .part2, .tab-left { -fx-size: 2; }
            """);
  }

  @Test
  void aSheetOfAnotherFormIsRefused() {
    assertThatThrownBy(() -> of(Set.of(), "@media print { .a { -fx-size: 1; } }"))
        .isInstanceOf(InvocationTargetException.class)
        .hasCauseInstanceOf(IllegalArgumentException.class);
  }

  private static Set<String> styleClasses(String sheet) {
    return STYLE_CLASS
        .matcher(BLOCK.matcher(sheet).replaceAll(" "))
        .results()
        .map((MatchResult found) -> found.group(1))
        .collect(Collectors.toSet());
  }

  private static Set<String> styleClassesOf(Node node) {
    var found = new HashSet<>(node.getStyleClass());
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> found.addAll(styleClassesOf(child)));
    }
    return found;
  }
}
