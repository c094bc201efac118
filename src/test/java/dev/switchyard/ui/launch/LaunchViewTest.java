package dev.switchyard.ui.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.preference.Preferences;
import dev.switchyard.domain.route.EffectiveRoute.Problem;
import dev.switchyard.domain.route.EffectiveRoute.Severity;
import dev.switchyard.fake.Fx;
import dev.switchyard.fake.Snapshots;
import dev.switchyard.ui.component.Card;
import dev.switchyard.ui.text.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LaunchViewTest {
  private static final Texts TEXTS = new Texts(Locale.ENGLISH);

  private final LaunchBench bench = new LaunchBench();

  @BeforeAll
  static void toolkit() {
    Fx.start();
  }

  @Test
  void theButtonLaunches() {
    var model = model();
    var button = Fx.get(() -> new LaunchButton(model, TEXTS, new LaunchPanel(model, TEXTS)));

    Fx.run(button::fire);

    assertThat(bench.opened).hasSize(1);
  }

  @Test
  void thePanelOffersRemediesAndTheWayOn() {
    bench.terminals = Set.of();
    bench.problems =
        List.of(
            new Problem(
                "two-credentials", Severity.WARNING, Message.of("route.problem.two-credentials")));
    var model = model();
    var panel = Fx.get(() -> new LaunchPanel(model, TEXTS));
    assertThat(Fx.get(panel::isVisible)).isFalse();

    Fx.run(model::launch);

    assertThat(labels(panel))
        .contains("Settings", "Check again", "Cancel")
        .doesNotContain("Launch anyway");
    Fx.run(() -> button(panel, "Settings").fire());
    assertThat(bench.visited).containsExactly("settings");

    bench.terminals = Set.of("xterm");
    Fx.run(() -> button(panel, "Check again").fire());
    Fx.run(() -> button(panel, "Launch anyway").fire());
    assertThat(bench.opened).hasSize(1);
    assertThat(Fx.get(panel::isVisible)).isFalse();
  }

  @Test
  void theCloudFormRunsItsTaskAndGoesAway() {
    var model = model();
    var panel = Fx.get(() -> new LaunchPanel(model, TEXTS));

    Fx.run(panel::showCloudOnce);
    Fx.run(() -> button(panel, "Run in a terminal").fire());

    assertThat(bench.written.getFirst()).contains("--settings once.json --model sonnet\n");
    Fx.run(() -> button(panel, "Cancel").fire());
    assertThat(Fx.get(panel::isVisible)).isFalse();
  }

  @Test
  void theLocalFormOffersTheServersModelsAndRuns() {
    var model = model();
    var panel = Fx.get(() -> new LaunchPanel(model, TEXTS));

    Fx.run(panel::showLocalOnce);
    Fx.run(() -> button(panel, "Run in a terminal").fire());

    assertThat(bench.written.getFirst()).contains("--settings once.json --model gemma4-claude\n");
    bench.server.names = List.of();
    Fx.run(panel::showLocalOnce);
    assertThat(Fx.get(() -> button(panel, "Run in a terminal").isDisabled())).isTrue();
  }

  @Test
  void pictures() {
    bench.hasClaude = false;
    bench.trusted = false;
    bench.problems =
        List.of(
            new Problem(
                "two-credentials", Severity.WARNING, Message.of("route.problem.two-credentials")));
    Snapshots.both("launch-preflight", 900, 420, this::preflight);
    Snapshots.both("launch-cloud-once", 900, 520, this::cloudOnce);
    Snapshots.both("launch-local-once", 900, 400, this::localOnce);
    Snapshots.both("launch-terminal", 900, 260, this::terminals);
  }

  private Parent preflight() {
    var model = model();
    var panel = new LaunchPanel(model, TEXTS);
    model.launch();
    var button = new LaunchButton(model, TEXTS, panel);
    return framed(new Card("my-app").withActions(button), panel);
  }

  private Parent cloudOnce() {
    bench.server.files.put(
        Path.of("project/.claude/settings.json"),
        """
        {"env":{"ANTHROPIC_BASE_URL":"http://localhost:11434","ANTHROPIC_AUTH_TOKEN":"ollama"},
         "permissions":{"deny":["Agent","Skill"]}}
        """);
    var panel = new LaunchPanel(model(), TEXTS);
    panel.showCloudOnce();
    return framed(panel);
  }

  private Parent localOnce() {
    var panel = new LaunchPanel(model(), TEXTS);
    panel.showLocalOnce();
    return framed(panel);
  }

  private Parent terminals() {
    bench.terminals = Set.of("xterm");
    var preferences =
        new ReadOnlyObjectWrapper<>(
            Preferences.DEFAULT.withTerminal("custom").withCustomTerminal("st -e"));
    var model =
        new TerminalViewModel(
            bench.tasks,
            bench.terminals(),
            bench.opener(),
            Path.of("home"),
            preferences,
            change -> preferences.set(change.apply(preferences.get())));
    var choices = new TerminalChoices(model, TEXTS);
    model.test();
    return framed(new Card("Terminal", choices));
  }

  private static Parent framed(Node... nodes) {
    var box = new VBox(nodes);
    box.getStyleClass().add("screen");
    return box;
  }

  private LaunchViewModel model() {
    var model = bench.viewModel();
    model.setTarget(Optional.of(LaunchBench.PROJECT));
    return model;
  }

  private static List<String> labels(Parent parent) {
    return Fx.get(() -> buttons(parent).stream().map(Button::getText).toList());
  }

  private static Button button(Parent parent, String label) {
    return buttons(parent).stream()
        .filter(button -> button.getText().equals(label))
        .findFirst()
        .orElseThrow();
  }

  private static List<Button> buttons(Parent parent) {
    var found = new ArrayList<Button>();
    for (var child : parent.getChildrenUnmodifiable()) {
      if (child instanceof Button button) {
        found.add(button);
      } else if (child instanceof Parent deeper && child.isVisible()) {
        found.addAll(buttons(deeper));
      }
    }
    return found;
  }
}
