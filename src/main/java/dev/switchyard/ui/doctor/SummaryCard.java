package dev.switchyard.ui.doctor;

import dev.switchyard.domain.doctor.ExamineStep;
import dev.switchyard.domain.doctor.Finding;
import dev.switchyard.domain.route.EffectiveRoute.Severity;
import dev.switchyard.ui.component.Card;
import dev.switchyard.ui.component.InlineMessage;
import dev.switchyard.ui.component.StateDot;
import dev.switchyard.ui.component.WrappedLabel;
import dev.switchyard.ui.doctor.MendingViewModel.State;
import dev.switchyard.ui.text.Texts;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What the examination amounts to, and below it in the same place when it was made, or what is
/// being asked.
final class SummaryCard extends Card {
  private static final List<ExamineStep> STEPS = List.of(ExamineStep.values());

  private final ExaminationViewModel model;
  private final MendingViewModel mending;
  private final Texts texts;
  private final StateDot dot = new StateDot(StateDot.State.OPEN, "");
  private final Label sum = new WrappedLabel("", "doctor-sum");
  private final Button fixAll;
  private final Label at = new WrappedLabel("", "muted");
  private final ProgressBar bar = new ProgressBar();
  private final Label asking = new Label();
  private final HBox progress;

  SummaryCard(ExaminationViewModel model, MendingViewModel mending, Texts texts) {
    super("");
    this.model = model;
    this.mending = mending;
    this.texts = texts;
    fixAll = new Button("", new FontIcon(Feather.TOOL));
    fixAll.setMinWidth(Region.USE_PREF_SIZE);
    fixAll.setOnAction(_ -> mending.fixAll());
    HBox.setHgrow(sum, Priority.ALWAYS);
    sum.setMaxWidth(Double.MAX_VALUE);
    var line = new HBox(dot, sum, fixAll);
    line.getStyleClass().add("row");
    progress = progress();
    at.setMaxWidth(Double.MAX_VALUE);
    var below = new StackPane(at, progress);
    below.setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("doctor-summary");
    getChildren().setAll(line, below);
    model.examinationProperty().subscribe(_ -> show());
    model.stepProperty().subscribe(_ -> show());
    mending.stateProperty().subscribe(_ -> show());
    mending.findings().entriesProperty().subscribe(_ -> show());
  }

  private HBox progress() {
    asking.setMinWidth(0);
    asking.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(asking, Priority.ALWAYS);
    bar.setMinWidth(Region.USE_PREF_SIZE);
    var cancel = InlineMessage.action(texts.text("doctor.screen.cancel"), model::cancel);
    cancel.setAccessibleText(texts.text("doctor.screen.cancel-asking"));
    var line = new HBox(bar, asking, cancel);
    line.getStyleClass().add("row");
    return line;
  }

  private void show() {
    var examination = model.examinationProperty().get();
    var step = model.stepProperty().get();
    dot.setState(step.isPresent() ? StateDot.State.BUSY : state(examination), sum(examination));
    sum.setText(sum(examination));
    fixAll.setText(texts.text("doctor.screen.fix-all", mending.fixable()));
    // Keeps its place, so that the line stays as high as it is.
    fixAll.setVisible(mending.fixable() > 1);
    fixAll.setDisable(!(mending.stateProperty().get() instanceof State.Resting));
    at.setText(examination.map(this::made).orElseGet(() -> texts.text("doctor.screen.not-asked")));
    at.setVisible(step.isEmpty());
    progress.setVisible(step.isPresent());
    step.ifPresent(this::ask);
  }

  private void ask(ExamineStep step) {
    int done = STEPS.indexOf(step);
    bar.setProgress((double) done / STEPS.size());
    var text = texts.text("doctor.screen.asking", step.text(), done + 1, STEPS.size());
    asking.setText(
        model
            .examinationProperty()
            .get()
            .map(before -> texts.text("doctor.screen.asking-again", text, time(before)))
            .orElse(text));
    bar.setAccessibleText(text);
  }

  private String sum(Optional<Examination> examination) {
    return examination
        .map(Examination::sum)
        .map(texts::text)
        .orElseGet(() -> texts.text("doctor.screen.first"));
  }

  private String made(Examination examination) {
    return texts.text("doctor.screen.at", examination.all().size(), time(examination));
  }

  private String time(Examination examination) {
    return texts.timeOfDay(examination.at(), FormatStyle.MEDIUM);
  }

  /// That nothing is wrong with what is set up is no proof yet.
  private static StateDot.State state(Optional<Examination> examination) {
    if (examination.isEmpty()) {
      return StateDot.State.OPEN;
    }
    return examination.get().found().stream()
        .flatMap(one -> one.finding().stream())
        .map(Finding::severity)
        .max(Comparator.naturalOrder())
        .map(SummaryCard::state)
        .orElse(StateDot.State.UNPROVEN);
  }

  private static StateDot.State state(Severity worst) {
    return switch (worst) {
      case ERROR -> StateDot.State.BAD;
      case WARNING -> StateDot.State.WARNING;
      case INFO -> StateDot.State.UNPROVEN;
    };
  }
}
