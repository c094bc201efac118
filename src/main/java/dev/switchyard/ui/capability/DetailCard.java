package dev.switchyard.ui.capability;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.capability.Finding;
import dev.switchyard.domain.capability.GuideClaims;
import dev.switchyard.domain.capability.ProvenReadiness;
import dev.switchyard.domain.capability.Standing;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.ui.component.Badge;
import dev.switchyard.ui.component.Card;
import dev.switchyard.ui.component.InlineMessage;
import dev.switchyard.ui.component.StateDot;
import dev.switchyard.ui.component.Tone;
import dev.switchyard.ui.component.WrappedLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What the selected cell says and what it rests on: what was asked, what came, what decided, and
/// the requests and answers themselves.
final class DetailCard extends Card {
  private final CapabilityViewModel model;
  private final CapabilityTexts texts;
  private final VBox content = new VBox();
  private final ScrollPane scroll = new ScrollPane(content);
  private Optional<EvidencePane> firstEvidence = Optional.empty();

  DetailCard(CapabilityViewModel model, CapabilityTexts texts) {
    super("");
    this.model = model;
    this.texts = texts;
    content.getStyleClass().add("capability-detail");
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getStyleClass().add("capability-detail-card");
    getChildren().add(scroll);
    model.selectedProperty().subscribe(_ -> show(true));
    model.columns().subscribe(() -> show(false));
  }

  /// Goes to the requests and answers, for the keyboard.
  void focusEvidence() {
    firstEvidence.ifPresent(EvidencePane::focus);
  }

  /// @param anew whether it begins at its top
  private void show(boolean anew) {
    var column = model.selectedColumn();
    var place = model.selectedProperty().get();
    if (column.isEmpty() || place.isEmpty()) {
      return;
    }
    var probe = place.get().probe();
    setTitle(texts.text("capabilities.detail.title", texts.probe(probe), shortName(column.get())));
    firstEvidence = Optional.empty();
    content.getChildren().setAll(nodes(probe, column.get()));
    if (anew) {
      scroll.setVvalue(0);
    }
  }

  private static String shortName(Column column) {
    return column.model().shortText();
  }

  private List<Node> nodes(String probe, Column column) {
    var cell = column.cell(probe);
    var all = new ArrayList<Node>();
    if (!(cell instanceof Column.Cell.NotProbed)) {
      all.add(verdict(cell));
    }
    switch (cell) {
      case Column.Cell.Found(var finding) -> all.add(new WrappedLabel(texts.reason(finding)));
      case Column.Cell.Asked _, Column.Cell.Waiting _ -> {
        // The sign has said it.
      }
      case Column.Cell.NotProbed _ -> all.add(notProbed(column.model()));
    }
    all.add(fact("capabilities.detail.asked", texts.text("capability.asked." + probe)));
    all.add(fact("capabilities.detail.guide", texts.guideSentence(probe)));
    if (ProvenReadiness.NEEDED.contains(probe)) {
      all.add(new WrappedLabel(texts.text("capabilities.needed"), "muted"));
    }
    if (column instanceof Column.Probed(var report)) {
      all.add(fact("capabilities.detail.measured", texts.source(report)));
    }
    if (cell instanceof Column.Cell.Found(var finding)) {
      all.addAll(evidence(finding));
    }
    return all;
  }

  private Node verdict(Column.Cell cell) {
    var word = new Label(texts.word(cell));
    word.getStyleClass().add("strong");
    var line = new HBox(new StateDot(CapabilityTexts.sign(cell), word.getText()), word);
    line.getStyleClass().add("row");
    if (cell instanceof Column.Cell.Found(var finding) && GuideClaims.isOutdatedBy(finding)) {
      line.getChildren().add(new Badge(texts.text("capabilities.changed.what"), Tone.ACCENT));
    }
    return line;
  }

  private Node notProbed(ModelName name) {
    var why =
        model
            .standing(name)
            .map(Standing::sentence)
            .orElseGet(() -> Message.of("capability.standing.never"));
    return new InlineMessage(
        Tone.NEUTRAL,
        texts.text(why),
        InlineMessage.action(texts.text("capabilities.probe-again"), () -> model.probe(name)));
  }

  private Node fact(String key, String text) {
    var all = new VBox(new WrappedLabel(texts.text(key), "muted"), new WrappedLabel(text));
    all.getStyleClass().add("capability-fact");
    return all;
  }

  private List<Node> evidence(Finding finding) {
    var all = new ArrayList<Node>();
    int count = finding.evidence().size();
    for (int at = 0; at < count; at++) {
      all.add(new EvidencePane(finding.evidence().get(at), at + 1, count, texts));
    }
    firstEvidence =
        all.stream()
            .filter(EvidencePane.class::isInstance)
            .map(EvidencePane.class::cast)
            .findFirst();
    return all;
  }
}
