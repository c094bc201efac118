package dev.switchyard.ui.component;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.fake.Fx;
import dev.switchyard.fake.Snapshots;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;

class KitTest {
  @BeforeAll
  static void toolkit() {
    Fx.start();
  }

  @Test
  void aClickOnASegmentAsksAndTheChoiceMovesOnlyWhenItIsTrue() {
    var asked = new ArrayList<String>();
    var control =
        Fx.get(() -> new SegmentedControl<>("Route", List.of("Local", "Cloud"), text -> text));
    Fx.run(() -> {
      control.valueProperty().set("Local");
      control.setOnRequest(asked::add);
    });
    var stage = Fx.show(new VBox(control), 300, 100);

    Fx.click(control.segment("Cloud"));
    assertThat(asked).containsExactly("Cloud");
    assertThat(control.segment("Local").isSelected()).isTrue();
    assertThat(control.segment("Cloud").isSelected()).isFalse();

    Fx.run(() -> control.valueProperty().set("Cloud"));
    assertThat(control.segment("Cloud").isSelected()).isTrue();
    Fx.click(control.segment("Cloud"));
    assertThat(asked).as("asking for what is chosen already").hasSize(1);
    Fx.run(stage::close);
  }

  @Test
  void aTabbedCardGrowsWithWhatItShows() {
    var content = Fx.get(() -> new VBox(new Label("one")));
    var card = Fx.get(() -> new TabbedCard("Card").with("Leaf", content));
    var stage = Fx.show(new VBox(card), 300, 400);
    Fx.pulse(stage.getScene());
    double before = Fx.get(card::getHeight);

    Fx.run(() -> content.getChildren().add(new VBox(new Label("two"), new Label("three"))));
    Fx.pulse(stage.getScene());

    assertThat(Fx.get(card::getHeight)).isGreaterThan(before + 20);
    Fx.run(stage::close);
  }

  @Test
  void arrowKeysMoveBetweenSegments() {
    var control =
        Fx.get(() -> new SegmentedControl<>("Route", List.of("Local", "Cloud"), text -> text));
    var stage = Fx.show(new VBox(control), 300, 100);
    Fx.run(() -> control.segment("Local").requestFocus());

    Fx.press(KeyCode.RIGHT);
    Fx.press(KeyCode.SPACE);

    assertThat(control.valueProperty().get()).isEqualTo("Cloud");
    Fx.run(stage::close);
  }

  @Test
  void theBarGivesEachPartItsShareAndCutsWhatExceedsTheWhole() {
    var bar = Fx.get(StackedBar::new);
    Fx.run(() ->
        bar.show(
            List.of(
                new StackedBar.Part("system 25", 25, "part-system"),
                new StackedBar.Part("weights 100", 100, "part-weights")),
            100));
    var stage = Fx.show(bar, 400, 60);

    var segments = bar.lookupAll(".segment").stream().toList();
    assertThat(segments.get(0).getLayoutBounds().getWidth()).isEqualTo(100);
    assertThat(segments.get(1).getLayoutBounds().getWidth()).isEqualTo(300);
    assertThat(bar.getStyleClass()).contains("overflow");
    assertThat(bar.getAccessibleText()).isEqualTo("system 25, weights 100");
    Fx.run(stage::close);
  }

  @Test
  void aMessageIsNotThereUntilItIsShown() {
    var message = Fx.get(InlineMessage::new);
    assertThat(message.isManaged()).isFalse();
    Fx.run(() -> message.show(Tone.DANGER, "broken"));
    assertThat(message.isManaged()).isTrue();
    assertThat(message.getAccessibleText()).isEqualTo("broken");
    Fx.run(message::clear);
    assertThat(message.isManaged()).isFalse();
  }

  @Test
  void cancelAndTheNextStepAreButtons() {
    var seen = new ArrayList<String>();
    var progress = Fx.get(() -> new ProgressRow("gemma4", "Cancel", () -> seen.add("cancel")));
    var empty =
        Fx.get(() -> new EmptyState(Feather.BOX, "No models yet.", "Pull", () -> seen.add("pull")));
    var stage = Fx.show(new VBox(progress, empty), 500, 300);

    Fx.click(Fx.find(progress, ".button", Button.class));
    Fx.click(Fx.find(empty, ".button", Button.class));

    assertThat(seen).containsExactly("cancel", "pull");
    Fx.run(stage::close);
  }

  @Test
  void aFormRowNamesItsControlForScreenReaders() {
    var field = Fx.get(TextField::new);
    Fx.run(() -> new FormRow("Server address", field, "Such as localhost"));

    assertThat(field.getAccessibleText()).isEqualTo("Server address");
    assertThat(field.getAccessibleHelp()).isEqualTo("Such as localhost");
  }

  @Test
  void thePictureOfTheWholeKit() {
    Snapshots.both("kit", 1000, 940, KitTest::kit);
  }

  private static VBox kit() {
    var bar = new StackedBar();
    bar.show(
        List.of(
            new StackedBar.Part("system 11.1", 11.1, "part-system"),
            new StackedBar.Part("weights 18.0", 18, "part-weights"),
            new StackedBar.Part("context 1.8", 1.8, "part-context")),
        36);
    var figure = new Figure();
    figure.show("19.4", "of 36.0 GiB · 16.6 GiB free");
    var history = new Sparkline(Duration.ofMinutes(10), Duration.ofSeconds(5));
    history.show(wave(), "between 40 and 60 percent");
    var states = new FlowPane(8, 8);
    for (var state : StateDot.State.values()) {
      states.getChildren().addAll(new StateDot(state, state.name()), new Label(state.name()));
    }
    var badges = new HBox(8);
    for (var tone : Tone.values()) {
      badges.getChildren().add(new Badge(tone.name(), tone));
    }
    var control = new SegmentedControl<>("Route", List.of("Local", "Cloud", "Inherit"), t -> t);
    control.valueProperty().set("Local");
    var accent = new Button("Build");
    accent.getStyleClass().add("accent");
    var progress = new ProgressRow("Pulling gemma4:26b", "Cancel", () -> {});
    progress.show(0.4, "7.2 of 18.0 GB · 84 MB/s · 2 min left");
    var command = new CommandField("Copy");
    command.show("curl -fsSL https://ollama.com/install.sh | sh");
    var combo = new ComboBox<String>();
    combo.getItems().setAll("xterm", "kitty");
    combo.setValue("kitty");
    var field = new TextField("localhost:11434/v1");
    var row = new FormRow("Server address", field, "The address of the Ollama server.");
    row.message().show(Tone.WARNING, "The /v1 at the end was left out: that is another layer.");
    var memory = new Card("Memory (RAM)", figure, bar, history, Figure.caption("last 10 minutes"));
    var middle =
        new Card("States", states, badges, control, new HBox(8, accent, new Button("Save")));
    HBox.setHgrow(memory, Priority.ALWAYS);
    HBox.setHgrow(middle, Priority.ALWAYS);
    var all =
        new VBox(
            16,
            new HBox(16, memory, middle),
            new Card("Form", row, new FormRow("Terminal", combo, ""))
                .withActions(new Button("Reset")),
            new Card("Long work", progress, command),
            new InlineMessage(
                Tone.DANGER,
                "Nobody listens at localhost:11434. Start Ollama, then try again.",
                InlineMessage.action("Start Ollama", () -> {})),
            new InlineMessage(Tone.ACCENT, "A note."),
            new Card("Nothing", new EmptyState(Feather.BOX, "No models yet.")));
    all.getStyleClass().add("screen");
    return all;
  }

  private static List<Sparkline.Point> wave() {
    var points = new ArrayList<Sparkline.Point>();
    var start = Instant.EPOCH;
    for (int i = 0; i < 600; i++) {
      if (i < 200 || i > 230) {
        points.add(new Sparkline.Point(start.plusSeconds(i), 0.5 + 0.3 * Math.sin(i / 40.0)));
      }
    }
    return points;
  }
}
