package dev.switchyard.ui.projects;

import dev.switchyard.domain.route.ProjectRoutes.ProjectRoute;
import dev.switchyard.ui.component.Card;
import dev.switchyard.ui.launch.LaunchViewModel;
import dev.switchyard.ui.session.SessionsViewModel;
import dev.switchyard.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// All projects, one row each. The chosen row is the one that everything below is about.
final class ProjectTable extends Card {
  /// In pixels.
  private static final double ROOM_FOR_COLUMNS = 620;

  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private final ProjectsViewModel model;
  private final SessionsViewModel sessions;
  private final ContextViewModel contexts;
  private final LaunchViewModel launch;
  private final Places places;
  private final Texts texts;
  private final VBox rows = new VBox();
  private final BooleanProperty slim = new SimpleBooleanProperty();
  private List<ProjectRow> shown = List.of();

  ProjectTable(
      ProjectsViewModel model,
      SessionsViewModel sessions,
      ContextViewModel contexts,
      LaunchViewModel launch,
      Places places,
      Texts texts) {
    super(texts.text("projects.table"));
    this.model = model;
    this.sessions = sessions;
    this.contexts = contexts;
    this.launch = launch;
    this.places = places;
    this.texts = texts;
    getStyleClass().add("project-table");
    rows.setMinWidth(0);
    var header = header();
    header.managedProperty().bind(header.visibleProperty());
    header.visibleProperty().bind(slim.not().and(Bindings.isNotEmpty(rows.getChildren())));
    slim.bind(widthProperty().lessThan(ROOM_FOR_COLUMNS).and(widthProperty().greaterThan(0)));
    slim.subscribe(_ -> arrange());
    getChildren().setAll(header, rows);
    model.stateProperty().subscribe(this::show);
    model.modelNamesProperty().addListener((_, _, _) -> show(model.stateProperty().get()));
    model.selectedProperty().subscribe(_ -> mark());
  }

  private ProjectGrid header() {
    var header = new ProjectGrid();
    header.getStyleClass().add("table-header");
    header.setCells(
        new Label(texts.text("projects.column.project")),
        new StackPane(asWide(ProjectRow.choice("", texts)), routeTitle()),
        new Label(texts.text("projects.column.model")),
        new Label(texts.text("projects.column.destination")),
        asWide(ProjectRow.iconButton(Feather.TERMINAL, "")));
    return header;
  }

  private Label routeTitle() {
    var title = new Label(texts.text("projects.column.route"));
    StackPane.setAlignment(title, Pos.CENTER_LEFT);
    return title;
  }

  /// Not seen, but its column is as wide as those of the rows.
  private static Node asWide(Node control) {
    control.setVisible(false);
    control.setDisable(true);
    return control;
  }

  private void arrange() {
    shown.forEach(row -> row.setSlim(slim.get()));
  }

  private void show(ProjectsViewModel.State state) {
    if (!(state instanceof ProjectsViewModel.State.Listed(List<ProjectRoute> projects, _))) {
      return;
    }
    var fresh = new ArrayList<ProjectRow>();
    for (var project : projects) {
      var row = new ProjectRow(model, sessions, contexts, launch, project, places, texts);
      row.setOnMouseClicked(_ -> model.select(project.project().folder()));
      row.setOnKeyPressed(event -> {
        switch (event.getCode()) {
          case ENTER, SPACE -> model.select(project.project().folder());
          case UP -> focusBeside(row, -1);
          case DOWN -> focusBeside(row, 1);
          default -> {
            return;
          }
        }
        event.consume();
      });
      fresh.add(row);
    }
    shown = fresh;
    arrange();
    rows.getChildren().setAll(fresh);
    mark();
  }

  private void focusBeside(ProjectRow row, int step) {
    int at = shown.indexOf(row) + step;
    if (at >= 0 && at < shown.size()) {
      shown.get(at).requestFocus();
    }
  }

  private void mark() {
    var chosen = model.selectedProperty().get().map(row -> row.project().folder());
    for (var row : shown) {
      boolean isChosen = chosen.filter(row.folder()::equals).isPresent();
      row.pseudoClassStateChanged(SELECTED, isChosen);
    }
  }
}
