package dev.switchyard.ui.doctor;

import dev.switchyard.ui.component.Card;
import dev.switchyard.ui.component.WrappedLabel;
import dev.switchyard.ui.doctor.Examination.Asked;
import dev.switchyard.ui.text.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// Checks that found nothing, or that nobody could answer: each with what that rests on, so that a
/// person sees what was looked at. Not there while there is none.
final class AskedGroup extends Card {
  private final Texts texts;
  private final String titleKey;
  private final Ikon icon;
  private final Label title = new Label();
  private boolean expanded;
  private List<Asked> shown = List.of();

  /// @param titleKey of its line, with the number of checks
  /// @param icon stands before each of them
  AskedGroup(String titleKey, Ikon icon, boolean expanded, Texts texts) {
    super("");
    this.texts = texts;
    this.titleKey = titleKey;
    this.icon = icon;
    this.expanded = expanded;
    title.getStyleClass().add("strong");
    getStyleClass().add("asked-group");
    managedProperty().bind(visibleProperty());
    setVisible(false);
  }

  void show(List<Asked> asked) {
    setVisible(!asked.isEmpty());
    if (asked.equals(shown)) {
      return;
    }
    shown = asked;
    title.setText(texts.text(titleKey, asked.size()));
    var fold = new Fold(new HBox(title), this::rows);
    fold.setOnRequest(open -> {
      expanded = open;
      name(fold);
      fold.setExpanded(open);
    });
    name(fold);
    fold.setExpanded(expanded);
    getChildren().setAll(fold);
  }

  private void name(Fold fold) {
    fold.setName(
        texts.text(
            expanded ? "doctor.screen.opened" : "doctor.screen.closed", title.getText(), ""));
  }

  private Node rows() {
    var rows = new VBox();
    rows.getStyleClass().add("asked");
    shown.forEach(one -> rows.getChildren().add(row(one)));
    return rows;
  }

  private Node row(Asked asked) {
    var words =
        new VBox(
            new WrappedLabel(texts.text(asked.title())),
            new WrappedLabel(texts.text(asked.why()), "muted"));
    HBox.setHgrow(words, Priority.ALWAYS);
    var row = new HBox(new FontIcon(icon), words);
    row.getStyleClass().add("asked-row");
    return row;
  }
}
