package dev.switchyard.ui.models;

import dev.switchyard.domain.model.Catalogue;
import dev.switchyard.ui.component.Card;
import dev.switchyard.ui.component.EmptyState;
import dev.switchyard.ui.component.SearchField;
import dev.switchyard.ui.models.ModelsViewModel.State;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The table with its filter and the selected model's actions; without any model, what to do first.
final class InstalledCard extends Card {
  private final ModelsViewModel model;
  private final ModelTexts texts;
  private final SearchField filter;
  private final Label total = new Label();
  private final ModelTable table;
  private final VBox listed;
  private final EmptyState empty;

  InstalledCard(ModelsViewModel model, ModelTexts texts) {
    super(texts.text("models.installed"));
    this.model = model;
    this.texts = texts;
    this.table = new ModelTable(model, texts);
    setMaxHeight(USE_PREF_SIZE);
    table.setContextMenu(menu());
    table.setOnKeyPressed(this::key);
    VBox.setVgrow(table, Priority.ALWAYS);
    this.listed = new VBox(table, new ModelDetail(model, texts));
    listed.getStyleClass().add("listed");
    VBox.setVgrow(listed, Priority.ALWAYS);
    var first = Catalogue.ENTRIES.getFirst().name();
    this.empty =
        new EmptyState(
            Feather.DOWNLOAD_CLOUD,
            texts.text("models.empty"),
            texts.text("models.empty.pull", first.shortText()),
            () -> model.pull().pull(first));
    VBox.setVgrow(empty, Priority.ALWAYS);
    total.getStyleClass().add("muted");
    total.setMinWidth(USE_PREF_SIZE);
    filter = new SearchField(texts.text("models.filter"), texts.text("models.filter.clear"));
    filter.setPrefColumnCount(16);
    filter.textProperty().bindBidirectional(model.filterProperty());
    withActions(total, filter);
    model.stateProperty().subscribe(this::show);
  }

  void focusFilter() {
    filter.requestFocus();
    filter.selectAll();
  }

  private void show(State state) {
    var none = state instanceof State.Empty;
    filter.setVisible(!none);
    total.setText(
        state instanceof State.Listed(int models, long bytes)
            ? texts.text("models.total", models, texts.bytes(bytes))
            : "");
    var content = none ? empty : listed;
    if (!getChildren().getLast().equals(content)) {
      getChildren().removeAll(empty, listed);
      getChildren().add(content);
    }
  }

  private void key(KeyEvent event) {
    var selected = model.selectedProperty().get();
    if (selected.isEmpty()) {
      return;
    }
    switch (event.getCode()) {
      case DELETE, BACK_SPACE -> model.actions().askToDelete(selected.get().name());
      case ENTER -> model.buildVariant();
      case ESCAPE -> model.actions().dismiss();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private ContextMenu menu() {
    return new ContextMenu(
        item("models.action.build", _ -> model.buildVariant()),
        item("models.action.probe", _ -> model.probe()),
        item("models.action.load", row -> model.actions().load(row.name())),
        item("models.action.unload", row -> model.actions().unload(row.name())),
        item("models.action.copy", row -> model.actions().askForCopysName(row.name())),
        item("models.action.delete", row -> model.actions().askToDelete(row.name())));
  }

  private MenuItem item(String key, Consumer<ModelRow> action) {
    var item = new MenuItem(texts.text(key));
    item.setOnAction(_ -> model.selectedProperty().get().ifPresent(action));
    return item;
  }
}
