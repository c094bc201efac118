package dev.switchyard.ui.doctor;

import dev.switchyard.domain.doctor.Treatment;
import dev.switchyard.domain.model.TransferMeter;
import dev.switchyard.ui.component.Badge;
import dev.switchyard.ui.component.Card;
import dev.switchyard.ui.component.InlineMessage;
import dev.switchyard.ui.component.ProgressRow;
import dev.switchyard.ui.component.StateDot;
import dev.switchyard.ui.component.Tone;
import dev.switchyard.ui.component.WrappedLabel;
import dev.switchyard.ui.doctor.Entry.Result;
import dev.switchyard.ui.doctor.MendingViewModel.State;
import dev.switchyard.ui.projects.Places;
import dev.switchyard.ui.text.Texts;
import dev.switchyard.ui.text.TransferTexts;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One finding: what is wrong, and opened, what that was seen by, what comes of it, and what mends
/// it. What came of mending it stands in its place.
final class FindingCard extends Card {
  private final Entry entry;
  private final MendingViewModel model;
  private final Texts texts;
  private final FindingDetails details;
  private final Fold fold;
  private final ProgressRow progress;
  private final InlineMessage message = new InlineMessage();

  FindingCard(Entry entry, MendingViewModel model, Places places, Texts texts) {
    super("");
    this.entry = entry;
    this.model = model;
    this.texts = texts;
    this.details = new FindingDetails(entry, model, places, texts);
    this.fold = new Fold(title(), () -> details);
    progress =
        new ProgressRow(
                texts.text("doctor.screen.mending"),
                texts.text("doctor.screen.cancel"),
                model::cancel)
            .counting(texts);
    progress.managedProperty().bind(progress.visibleProperty());
    progress.setVisible(false);
    fold.setOnRequest(expanded -> model.setExpanded(entry, expanded));
    getStyleClass().add("finding");
    getChildren().setAll(fold, message, progress);
    entry.result().ifPresent(this::tell);
    setExpanded(model.findings().isExpanded(entry.id()));
  }

  Entry entry() {
    return entry;
  }

  /// What has the keyboard while the person goes from finding to finding.
  Node line() {
    return fold.line();
  }

  /// @param next whether mending this is what is suggested to do next
  void setNext(boolean next) {
    details.setNext(next);
  }

  void setExpanded(boolean expanded) {
    fold.setExpanded(expanded);
    fold.setName(
        texts.text(
            expanded ? "doctor.screen.opened" : "doctor.screen.closed",
            headline(),
            texts.text(entry.finding().cause())));
  }

  void showPlan() {
    details.showPlan(model.plans().of(entry));
  }

  /// @param last the fix that can be taken back
  void show(State state, Optional<Treatment> last) {
    boolean mine =
        switch (state) {
          case State.Resting _ -> false;
          case State.Mending(var id, _, _) -> id.equals(entry.id());
          case State.Rechecking(var id) -> id.equals(entry.id());
          case State.TakingBack(var id) -> id.equals(entry.id());
        };
    if (mine && !progress.isVisible()) {
      progress.restart();
    }
    progress.setVisible(mine);
    details.setBusy(!(state instanceof State.Resting));
    if (mine) {
      message.clear();
      under(state);
    } else {
      entry.result().ifPresent(result -> tell(result, undo(state, last)));
    }
  }

  private void under(State state) {
    switch (state) {
      case State.Mending(_, var reading, var stopping) -> {
        progress.show(share(reading), reading.map(this::text).orElse(""));
        progress.setCancelling(stopping);
      }
      case State.Rechecking _ -> progress.show(-1, texts.text("doctor.screen.rechecking"));
      case State.TakingBack _ -> progress.show(-1, texts.text("doctor.screen.taking-back"));
      case State.Resting _ -> {
        // Then nothing of this is shown.
      }
    }
    boolean stoppable = state instanceof State.Mending(_, _, var asked) && !asked;
    progress.setCancelling(!stoppable);
  }

  private String text(TransferMeter.Reading reading) {
    return texts.text(TransferTexts.of(reading));
  }

  /// Below zero where the end is not known.
  private static double share(Optional<TransferMeter.Reading> reading) {
    return reading
        .map(TransferMeter.Reading::progress)
        .filter(one -> one.totalBytes() > 0)
        .map(one -> (double) one.completedBytes() / one.totalBytes())
        .orElse(-1.0);
  }

  private Node[] undo(State state, Optional<Treatment> last) {
    boolean isLast = entry.treatment().filter(Treatment::hasUndo).equals(last);
    if (!isLast || last.isEmpty()) {
      return new Node[0];
    }
    var undo = InlineMessage.action(texts.text("doctor.screen.undo"), model::undo);
    undo.setDisable(!(state instanceof State.Resting));
    return new Node[] {undo};
  }

  private void tell(Result result, Node... actions) {
    switch (result) {
      case Result.Mended(var treatment) -> {
        var done = treatment.done().stream().map(Treatment::text).map(texts::text).toList();
        message.show(
            Tone.SUCCESS,
            texts.text("doctor.screen.mended", String.join(" ", done)).strip(),
            actions);
      }
      case Result.StillFound _ ->
          message.show(Tone.WARNING, texts.text("doctor.screen.still-found"), actions);
      case Result.NotKnown(_, var reason) ->
          message.show(Tone.WARNING, texts.text("doctor.screen.not-sure", reason), actions);
      case Result.Failed(var reason) -> message.show(Tone.DANGER, texts.text(reason), actions);
      case Result.Stopped _ ->
          message.show(Tone.NEUTRAL, texts.text("doctor.screen.stopped"), actions);
    }
  }

  private String headline() {
    return texts.text(entry.isMended() ? entry.title() : entry.problem());
  }

  private Region title() {
    var cause = new WrappedLabel(texts.text(entry.finding().cause()));
    if (entry.isMended()) {
      cause.getStyleClass().add("muted");
    }
    var words = new VBox(new WrappedLabel(headline(), "strong"), cause);
    words.getStyleClass().add("words");
    HBox.setHgrow(words, Priority.ALWAYS);
    var badge = badge();
    badge.setMinWidth(USE_PREF_SIZE);
    var title = new HBox(new StateDot(dot(), badge.getText()), words, badge);
    if (entry.fix().isPresent()) {
      var fixable = new Badge(texts.text("doctor.screen.badge.fixable"), Tone.ACCENT);
      fixable.setMinWidth(USE_PREF_SIZE);
      title.getChildren().add(2, fixable);
    }
    title.setAlignment(Pos.TOP_LEFT);
    title.getStyleClass().add("finding-title");
    return title;
  }

  private StateDot.State dot() {
    if (entry.isMended()) {
      return StateDot.State.DONE;
    }
    return switch (entry.finding().severity()) {
      case ERROR -> StateDot.State.BAD;
      case WARNING -> StateDot.State.WARNING;
      case INFO -> StateDot.State.OPEN;
    };
  }

  private Badge badge() {
    if (entry.isMended()) {
      return new Badge(texts.text("doctor.screen.badge.mended"), Tone.SUCCESS);
    }
    var severity = entry.finding().severity();
    var tone =
        switch (severity) {
          case ERROR -> Tone.DANGER;
          case WARNING -> Tone.WARNING;
          case INFO -> Tone.NEUTRAL;
        };
    return new Badge(
        texts.text("doctor.screen.badge." + severity.name().toLowerCase(Locale.ROOT)), tone);
  }
}
