package dev.switchyard.ui.projects;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.probe.Proof;
import dev.switchyard.domain.probe.Standing;
import dev.switchyard.domain.probe.WhatSeen;
import dev.switchyard.domain.probe.WhereSeen;
import dev.switchyard.domain.work.RequestStage;
import dev.switchyard.ui.component.Card;
import dev.switchyard.ui.component.InlineMessage;
import dev.switchyard.ui.component.ProgressRow;
import dev.switchyard.ui.component.StateDot;
import dev.switchyard.ui.component.Tone;
import dev.switchyard.ui.component.WrappedLabel;
import dev.switchyard.ui.projects.VerifyViewModel.Shown;
import dev.switchyard.ui.projects.VerifyViewModel.State;
import dev.switchyard.ui.text.Durations;
import dev.switchyard.ui.text.Texts;
import dev.switchyard.ui.work.WorkPane;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Where a project's requests really go: what was proven, what differs, and the button that proves
/// it.
final class VerifyCard extends Card {
  private final VerifyViewModel model;
  private final Texts texts;
  private final ProofTexts proofs;
  private final StateDot dot;
  private final Label sentence = new WrappedLabel();
  private final Label prospect = new WrappedLabel();
  private final ProgressRow progress;
  private final WorkPane work;
  private final InlineMessage message = new InlineMessage();
  private final VBox differences = new VBox();
  private final GridPane facts = new GridPane();

  VerifyCard(VerifyViewModel model, Texts texts) {
    super(texts.text("verify.title"));
    this.model = model;
    this.texts = texts;
    this.proofs = new ProofTexts(texts);
    dot = new StateDot(StateDot.State.OPEN, "");
    progress =
        new ProgressRow(texts.text("verify.running"), texts.text("verify.cancel"), model::cancel);
    work = new WorkPane(texts);
    prospect.getStyleClass().add("muted");
    HBox.setHgrow(sentence, Priority.ALWAYS);
    sentence.setMaxWidth(Double.MAX_VALUE);
    var line = new HBox(dot, sentence);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("row");
    differences.getStyleClass().add("column");
    facts.getStyleClass().add("why-grid");
    var value = new ColumnConstraints(120, 380, Double.MAX_VALUE);
    value.setHgrow(Priority.ALWAYS);
    facts.getColumnConstraints().setAll(new ColumnConstraints(), value);
    var content = new VBox(line, prospect, progress, work, message, differences, facts);
    content.getStyleClass().add("column");
    getStyleClass().add("why-card");
    getChildren().add(content);
    model.shownProperty().subscribe(this::show);
    model.stageProperty().subscribe(_ -> showWork());
  }

  private void show(Shown shown) {
    var proof = shown.standing().flatMap(Standing::proof);
    boolean runs = shown.state() instanceof State.Running;
    visible(progress, runs);
    showWork();
    visible(prospect, !runs && !(shown.state() instanceof State.Confirming));
    prospect.setText(shown.standing().map(one -> texts.text(one.prospect().text())).orElse(""));
    headline(shown, proof);
    message(shown.state());
    differences.getChildren().clear();
    facts.getChildren().clear();
    proof.filter(_ -> !runs).ifPresent(this::show);
  }

  /// Of the project that is looked at, not of another one whose proof runs.
  private void showWork() {
    boolean runs = model.shownProperty().get().state() instanceof State.Running;
    work.show(runs ? model.stageProperty().get() : new RequestStage.Resting());
  }

  private void headline(Shown shown, Optional<Proof> proof) {
    var text =
        shown.state() instanceof State.Running(_, var step, _, _, var stopping)
            ? texts.text(stopping ? Message.of("verify.stopping") : step.text())
            : proof.map(proofs::inFull).orElseGet(() -> unproven(shown.standing()));
    sentence.setText(text);
    dot.setState(state(shown, proof), text);
  }

  private String unproven(Optional<Standing> standing) {
    boolean was = standing.flatMap(one -> one.prospect().last()).isPresent();
    return texts.text(was ? "verify.state.changed" : "verify.state.none");
  }

  private static StateDot.State state(Shown shown, Optional<Proof> proof) {
    if (shown.state() instanceof State.Running) {
      return StateDot.State.BUSY;
    }
    if (proof.filter(Proof::proven).isPresent()) {
      return StateDot.State.DONE;
    }
    return proof.filter(one -> !one.differences().isEmpty()).isPresent()
        ? StateDot.State.BAD
        : StateDot.State.UNPROVEN;
  }

  /// Below zero where nothing tells how long it will take.
  private static double share(Duration elapsed, Duration before) {
    return elapsed.compareTo(before) < 0 ? (double) elapsed.toMillis() / before.toMillis() : -1;
  }

  private void message(State state) {
    switch (state) {
      case State.Idle _ -> message.clear();
      case State.Confirming _ ->
          message.show(
              Tone.WARNING,
              texts.text("verify.ask"),
              InlineMessage.action(texts.text("verify.send"), model::confirm),
              InlineMessage.action(texts.text("verify.cancel"), model::cancel));
      case State.Failed(_, var reason) -> message.show(Tone.DANGER, texts.text(reason));
      case State.Running(_, _, _, var elapsed, var stopping) -> {
        message.clear();
        var before = model.before();
        progress.show(share(elapsed, before), texts.text(Durations.soFar(elapsed, before)));
        progress.setCancelling(stopping);
      }
    }
  }

  private void show(Proof proof) {
    for (var difference : proof.differences()) {
      var text =
          texts.text("verify.difference", proofs.layer(difference), texts.text(difference.text()));
      differences.getChildren().add(new InlineMessage(Tone.DANGER, text));
    }
    switch (proof.where()) {
      case Known.Value<WhereSeen>(var seen) -> where(seen);
      case Known.Unknown<WhereSeen>(var reason) -> fact("verify.fact.where", texts.text(reason));
    }
    switch (proof.what()) {
      case Known.Value<WhatSeen>(var seen) -> what(seen);
      case Known.Unknown<WhatSeen>(var reason) -> fact("verify.fact.what", texts.text(reason));
    }
  }

  private void where(WhereSeen seen) {
    fact(
        "verify.fact.answered",
        texts.text(
            "verify.answered-by",
            String.join(", ", seen.models()),
            Message.of("verify.evidence." + seen.evidence().wireName())));
    seen.promptTokens()
        .ifPresent(tokens -> fact("verify.fact.prompt", texts.text("verify.tokens", tokens)));
    seen.firstToken().ifPresent(time -> fact("verify.fact.first-token", proofs.duration(time)));
  }

  private void what(WhatSeen seen) {
    fact(
        "verify.fact.models",
        texts.text(
            "verify.models", String.join(", ", seen.models()), seen.requests(), seen.subAgents()));
    fact(
        "verify.fact.credentials",
        seen.credentials().isEmpty()
            ? texts.text("verify.no-credentials")
            : seen.credentials().entrySet().stream()
                .map(entry ->
                    texts.text(
                        "verify.credential",
                        entry.getKey(),
                        Message.of("verify.kind." + entry.getValue().wireName())))
                .collect(Collectors.joining(", ")));
    fact(
        "verify.fact.prefix",
        seen.prefixDiffersAt()
            .map(part -> texts.text("verify.prefix.differs", part))
            .orElseGet(() -> texts.text("verify.prefix.same")));
  }

  private void fact(String key, String text) {
    var name = new Label(texts.text(key));
    name.getStyleClass().add("muted");
    name.setMinWidth(Region.USE_PREF_SIZE);
    facts.addRow(facts.getRowCount(), name, new WrappedLabel(text));
  }

  private static void visible(Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }
}
