package dev.switchyard.ui.about;

import dev.switchyard.domain.about.Part;
import dev.switchyard.ui.text.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The parts that the program is made of, and the licence of the chosen one.
final class LicencesDialog {
  private static final double WIDTH = 860;
  private static final double HEIGHT = 480;
  private static final double LIST_WIDTH = 280;

  private final List<Part> parts;
  private final Texts texts;

  LicencesDialog(List<Part> parts, Texts texts) {
    this.parts = parts;
    this.texts = texts;
  }

  /// @param above a node of the window that it stands above
  void show(Node above) {
    var owner = above.getScene();
    var dialog = new Dialog<ButtonType>();
    dialog.initOwner(owner.getWindow());
    dialog.setTitle(texts.text("about.licences.title"));
    dialog.setResizable(true);
    var pane = dialog.getDialogPane();
    pane.getStylesheets().setAll(owner.getStylesheets());
    pane.getButtonTypes().setAll(ButtonType.CLOSE);
    pane.setContent(content());
    pane.setPrefSize(WIDTH, HEIGHT);
    dialog.show();
  }

  Node content() {
    var text = new TextArea();
    text.setEditable(false);
    text.setWrapText(true);
    text.getStyleClass().add("monospace");
    text.setAccessibleText(texts.text("about.licences.text"));
    var list = new ListView<Part>();
    list.setAccessibleText(texts.text("about.licences.parts"));
    list.getItems().setAll(parts);
    list.setCellFactory(_ -> new PartCell());
    list.getSelectionModel().selectedItemProperty().subscribe(part -> text.setText(text(part)));
    list.getSelectionModel().selectFirst();
    list.setMinWidth(LIST_WIDTH);
    list.setPrefWidth(LIST_WIDTH);
    HBox.setHgrow(text, Priority.ALWAYS);
    var row = new HBox(list, text);
    row.getStyleClass().add("about-licences");
    return row;
  }

  private String text(@Nullable Part part) {
    if (part == null) {
      return "";
    }
    return part.licence()
        .map(LicencesDialog::text)
        .orElseGet(() -> texts.text("about.licence.sources"));
  }

  private static String text(Part.Licence licence) {
    return licence.name()
        + "\n"
        + licence.address()
        + "\n\n"
        + String.join("\n\n", licence.texts());
  }

  /// Name and version, and below them what it is licensed under.
  private static final class PartCell extends ListCell<Part> {
    private final Label name = new Label();
    private final Label licence = new Label();
    private final VBox lines = new VBox(name, licence);

    PartCell() {
      licence.getStyleClass().add("muted");
    }

    @Override
    protected void updateItem(@Nullable Part part, boolean isEmpty) {
      super.updateItem(part, isEmpty);
      if (part == null || isEmpty) {
        setGraphic(null);
        return;
      }
      name.setText(part.title());
      licence.setText(part.licence().map(Part.Licence::name).orElse(""));
      setGraphic(lines);
    }
  }
}
