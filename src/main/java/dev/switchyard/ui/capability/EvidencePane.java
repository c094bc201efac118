package dev.switchyard.ui.capability;

import dev.switchyard.domain.capability.Evidence;
import dev.switchyard.domain.capability.Indented;
import dev.switchyard.ui.component.CopiedText;
import dev.switchyard.ui.component.InlineMessage;
import dev.switchyard.ui.component.WrappedLabel;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One request and its answer, shortened as they are kept.
final class EvidencePane extends VBox {
  private final Button copy;

  /// @param number which of the probe's requests it is, the first one is 1
  EvidencePane(Evidence evidence, int number, int all, CapabilityTexts texts) {
    var sent = Indented.of(evidence.sent());
    var received = Indented.of(evidence.received());
    var status =
        evidence
            .status()
            .map(code -> texts.text("capabilities.evidence.status", code))
            .orElseGet(() -> texts.text("capabilities.evidence.no-status"));
    var title =
        texts.text(
            "capabilities.evidence.title",
            number,
            all,
            evidence.path(),
            status,
            texts.exact(evidence.took()));
    copy =
        InlineMessage.action(
            texts.text("capabilities.evidence.copy"),
            () -> CopiedText.put(title + "\n\n" + sent + "\n\n" + received + "\n"));
    copy.setAccessibleText(texts.text("capabilities.evidence.copy-which", number));
    var words = new WrappedLabel(title, "strong");
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    var line = new HBox(words, copy);
    line.getStyleClass().add("row");
    getStyleClass().add("evidence");
    getChildren()
        .setAll(
            line,
            caption(texts.text("capabilities.evidence.sent")),
            text(sent),
            caption(texts.text("capabilities.evidence.received")),
            text(received.isBlank() ? texts.text("capabilities.evidence.nothing") : received));
  }

  void focus() {
    copy.requestFocus();
  }

  private static Label caption(String text) {
    return new WrappedLabel(text, "muted");
  }

  private static Node text(String text) {
    var label = new WrappedLabel(text.strip(), "monospace", "evidence-text");
    label.setMaxWidth(Double.MAX_VALUE);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
