package dev.switchyard.ui.modelfile;

import dev.switchyard.domain.modelfile.Problem;
import dev.switchyard.domain.modelfile.Template;
import dev.switchyard.ui.component.InlineMessage;
import dev.switchyard.ui.component.Tone;
import dev.switchyard.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What is open, under which name it is built, and what else can be opened.
final class DocumentBar extends VBox {
  private final ModelfileViewModel model;
  private final Texts texts;
  private final MenuButton open;
  private final InlineMessage nameMessage = new InlineMessage();

  DocumentBar(ModelfileViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    open = new MenuButton(texts.text("modelfile.open"), new FontIcon(Feather.FOLDER));
    open.setMinWidth(USE_PREF_SIZE);
    open.setOnShowing(_ -> fill());
    // A menu without entries never opens, and so would never be filled.
    fill();
    var name = new TextField();
    name.setId("variant-name");
    name.setPromptText(texts.text("modelfile.name.prompt"));
    name.setPrefColumnCount(22);
    name.textProperty().bindBidirectional(model.document().nameProperty());
    var label = new Label(texts.text("modelfile.name.label"));
    label.setLabelFor(name);
    label.setMinWidth(USE_PREF_SIZE);
    var row = new HBox(open, label, name);
    row.getStyleClass().add("row");
    model.document().nameProblemsProperty().subscribe(this::show);
    getStyleClass().add("document-bar");
    getChildren().setAll(row, nameMessage);
  }

  private void show(List<Problem> problems) {
    problems.stream()
        .min((a, b) -> a.severity().compareTo(b.severity()))
        .ifPresentOrElse(
            problem ->
                nameMessage.show(
                    problem.isError() ? Tone.DANGER : Tone.WARNING, texts.text(problem.text())),
            nameMessage::clear);
  }

  private void fill() {
    var shelf = model.library().shelf();
    var items = new ArrayList<MenuItem>();
    section(items, "modelfile.open.saved");
    shelf
        .saved()
        .forEach(name -> items.add(entry(name, model.hasDraft(name), () -> model.open(name))));
    if (shelf.saved().isEmpty()) {
      items.add(disabled(texts.text("modelfile.open.noneSaved")));
    }
    items.add(new SeparatorMenuItem());
    section(items, "modelfile.open.installed");
    shelf.installed().forEach(each -> items.add(installed(each.name().shortText())));
    shelf.trouble().ifPresent(reason -> items.add(disabled(texts.text(reason))));
    items.add(new SeparatorMenuItem());
    section(items, "modelfile.open.templates");
    Template.ALL.forEach(template -> items.add(entry(template)));
    open.getItems().setAll(items);
  }

  private void section(List<MenuItem> items, String key) {
    var title = disabled(texts.text(key));
    title.getStyleClass().add("menu-section");
    items.add(title);
  }

  private MenuItem installed(String name) {
    return entry(name, model.hasDraftOfInstalled(name), () -> model.openInstalled(name));
  }

  private MenuItem entry(String name, boolean edited, Runnable open) {
    var item = new MenuItem(edited ? texts.text("modelfile.open.edited", name) : name);
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> open.run());
    return item;
  }

  private MenuItem entry(Template template) {
    var item =
        new MenuItem(
            texts.text(
                "modelfile.open.template", template.name(), texts.text(template.descriptionKey())));
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> model.openTemplate(template));
    return item;
  }

  private static MenuItem disabled(String text) {
    var item = new MenuItem(text);
    item.setMnemonicParsing(false);
    item.setDisable(true);
    return item;
  }
}
