package dev.switchyard.ui.benchmark;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.benchmark.BenchmarkOutcome;
import dev.switchyard.domain.benchmark.MachineLoad;
import dev.switchyard.domain.launch.Program;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.ui.benchmark.RunViewModel.State;
import dev.switchyard.ui.component.Card;
import dev.switchyard.ui.component.Figure;
import dev.switchyard.ui.component.FormRow;
import dev.switchyard.ui.component.InlineMessage;
import dev.switchyard.ui.component.Primary;
import dev.switchyard.ui.component.SegmentedControl;
import dev.switchyard.ui.component.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// What is to be measured and what would disturb it; while a benchmark runs, how far it is.
final class RunCard extends Card {
  private static final List<Integer> REPEATS = List.of(1, 3, 5, 10);

  private final BenchmarkViewModel screen;
  private final RunViewModel model;
  private final BenchmarkTexts texts;
  private final VBox form = new VBox();
  private final VBox surroundings = new VBox();
  private final VBox progress = new VBox();
  private final Label claudeHint = Figure.caption("");
  private final Button start;
  private Optional<RunProgress> row = Optional.empty();

  RunCard(BenchmarkViewModel screen, BenchmarkTexts texts) {
    super(texts.text("benchmark.run"));
    this.screen = screen;
    this.model = screen.run();
    this.texts = texts;
    this.start = new Button(texts.text("benchmark.start"));
    getStyleClass().add("benchmark-run");
    form.getStyleClass().add("form");
    surroundings.getStyleClass().add("surroundings");
    progress.getStyleClass().add("column");
    form.getChildren().addAll(chooser(), repeats(), claude(), reload());
    var startable = model.stateProperty().map(state -> !(state instanceof State.Running));
    form.disableProperty().bind(startable.map(can -> !can));
    start.disableProperty().bind(model.modelProperty().map(Optional::isEmpty));
    start.setOnAction(_ -> model.start());
    Primary.markWhile(start, model.modelProperty().map(Optional::isPresent));
    getChildren().addAll(form, surroundings, progress);
    model.machineProperty().subscribe((_, _) -> showSurroundings());
    model.problemProperty().subscribe((_, _) -> showSurroundings());
    showSurroundings();
    model.stateProperty().subscribe(this::show);
  }

  private Node chooser() {
    var names = new ComboBox<ModelName>(model.models());
    names.setMaxWidth(Double.MAX_VALUE);
    names.setConverter(new ShortNames());
    // The list changes with the server's; what is chosen of it is the view-model's.
    model.modelProperty().subscribe(name -> names.setValue(name.orElse(null)));
    names.setOnAction(_ -> {
      if (names.getValue() != null) {
        model.modelProperty().set(Optional.of(names.getValue()));
      }
    });
    return new FormRow(texts.text("benchmark.model"), names, "");
  }

  private static final class ShortNames extends StringConverter<ModelName> {
    @Override
    public String toString(@Nullable ModelName name) {
      return name == null ? "" : name.shortText();
    }

    @Override
    public ModelName fromString(String text) {
      return ModelName.of(text);
    }
  }

  private Node repeats() {
    var name = texts.text("benchmark.repeats");
    var choice = new SegmentedControl<>(name, REPEATS, String::valueOf);
    choice.valueProperty().bindBidirectional(model.repeatsProperty());
    return new FormRow(name, choice, texts.text("benchmark.repeats.hint"));
  }

  private Node claude() {
    var box = new CheckBox(texts.text("benchmark.claude"));
    box.selectedProperty().bindBidirectional(model.throughClaudeProperty());
    box.disableProperty()
        .bind(model.claudeProperty().map(found -> found instanceof Known.Unknown<Program>));
    model
        .claudeProperty()
        .subscribe(found ->
            claudeHint.setText(
                switch (found) {
                  case Known.Value<Program> _ -> texts.text("benchmark.claude.hint");
                  case Known.Unknown<Program>(var reason) -> texts.text(reason);
                }));
    box.accessibleHelpProperty().bind(claudeHint.textProperty());
    return option(box, claudeHint);
  }

  private Node reload() {
    var box = new CheckBox(texts.text("benchmark.reload"));
    box.selectedProperty().bindBidirectional(model.reloadProperty());
    var hint = texts.text("benchmark.reload.hint");
    box.setAccessibleHelp(hint);
    return option(box, Figure.caption(hint));
  }

  private static Node option(CheckBox box, Label hint) {
    box.setWrapText(true);
    box.setMinHeight(USE_PREF_SIZE);
    var option = new VBox(box, hint);
    option.getStyleClass().add("option");
    return option;
  }

  private void showSurroundings() {
    var nodes = new ArrayList<Node>();
    if (model.problemProperty().get().isPresent()) {
      nodes.add(
          new InlineMessage(
              Tone.DANGER,
              texts.text(model.problemProperty().get().get()),
              action("benchmark.open-overview", screen::openOverview)));
    } else if (model.machineProperty().get() instanceof Known.Value<MachineLoad>(var load)) {
      nodes.addAll(machine(load));
    }
    surroundings.getChildren().setAll(nodes);
  }

  /// While it is measured, the load is the benchmark's own.
  private List<Node> machine(MachineLoad load) {
    var nodes = new ArrayList<Node>();
    boolean running = model.stateProperty().get() instanceof State.Running;
    nodes.add(Figure.caption(texts.load(load)));
    if (!running) {
      load.warning()
          .ifPresent(why ->
              nodes.add(
                  new InlineMessage(
                      Tone.WARNING, texts.text("benchmark.busy", why.arguments().toArray()))));
    }
    if (!load.otherModels().isEmpty()) {
      var others = String.join(", ", load.otherModels());
      nodes.add(new InlineMessage(Tone.WARNING, texts.text("benchmark.others", others)));
    }
    if (model.models().isEmpty()) {
      nodes.add(
          new InlineMessage(
              Tone.NEUTRAL,
              texts.text("benchmark.no-model"),
              action("benchmark.open-models", screen::openModels)));
    }
    return nodes;
  }

  private void show(State state) {
    if (state instanceof State.Running(var step, var stopping)) {
      var shown = row.orElseGet(this::begun);
      step.ifPresent(shown::show);
      shown.setStopping(stopping);
      return;
    }
    if (row.isPresent()) {
      row = Optional.empty();
      showSurroundings();
    }
    var nodes = new ArrayList<Node>();
    switch (state) {
      case State.Failed(var text) -> nodes.add(ended(Tone.DANGER, text));
      case State.Ended(var outcome) -> nodes.addAll(ended(outcome));
      case State.Idle _, State.Running _ ->
          nodes.add(Figure.caption(texts.text("benchmark.alone")));
    }
    nodes.add(start);
    progress.getChildren().setAll(nodes);
  }

  private RunProgress begun() {
    var fresh = new RunProgress(texts, model::cancel);
    row = Optional.of(fresh);
    progress.getChildren().setAll(fresh);
    showSurroundings();
    return fresh;
  }

  private List<Node> ended(BenchmarkOutcome outcome) {
    var nodes = new ArrayList<Node>();
    outcome
        .ended()
        .ifPresent(why ->
            nodes.add(
                why.kind() == PortException.Kind.CANCELLED
                    ? ended(Tone.NEUTRAL, Message.of("benchmark.cancelled"))
                    : ended(Tone.DANGER, Message.of("benchmark.broken-off", why.text()))));
    outcome.failures().forEach(failure -> nodes.add(ended(Tone.WARNING, failure.text())));
    if (nodes.isEmpty()) {
      nodes.add(
          ended(Tone.SUCCESS, Message.of("benchmark.done", outcome.result().subject().model())));
    }
    return nodes;
  }

  private Node ended(Tone tone, Message text) {
    return new InlineMessage(tone, texts.text(text), action("benchmark.close", model::dismiss));
  }

  private Button action(String key, Runnable run) {
    return InlineMessage.action(texts.text(key), run);
  }
}
