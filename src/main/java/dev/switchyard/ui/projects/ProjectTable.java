package dev.switchyard.ui.projects;

import dev.switchyard.domain.route.ProjectRoutes.ProjectRoute;
import dev.switchyard.ui.component.Card;
import dev.switchyard.ui.launch.LaunchViewModel;
import dev.switchyard.ui.session.SessionsViewModel;
import dev.switchyard.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;

/// All projects, one row each. The chosen row is the one that everything below is about.
final class ProjectTable extends Card {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private final ProjectsViewModel model;
  private final SessionsViewModel sessions;
  private final LaunchViewModel launch;
  private final Places places;
  private final Texts texts;
  private final VBox rows = new VBox();
  private List<ProjectRow> shown = List.of();

  ProjectTable(
      ProjectsViewModel model,
      SessionsViewModel sessions,
      LaunchViewModel launch,
      Places places,
      Texts texts) {
    super(texts.text("projects.table"));
    this.model = model;
    this.sessions = sessions;
    this.launch = launch;
    this.places = places;
    this.texts = texts;
    getStyleClass().add("project-table");
    getChildren().setAll(header(), rows);
    model.stateProperty().subscribe(this::show);
    model.modelNamesProperty().addListener((_, _, _) -> show(model.stateProperty().get()));
    model.selectedProperty().subscribe(_ -> mark());
  }

  private ProjectGrid header() {
    var header = new ProjectGrid();
    header.getStyleClass().add("table-header");
    header.addRow(
        0,
        new Label(texts.text("projects.column.project")),
        new Label(texts.text("projects.column.route")),
        new Label(texts.text("projects.column.model")),
        new Label(texts.text("projects.column.destination")));
    return header;
  }

  private void show(ProjectsViewModel.State state) {
    if (!(state instanceof ProjectsViewModel.State.Listed(List<ProjectRoute> projects, _))) {
      return;
    }
    var fresh = new ArrayList<ProjectRow>();
    for (var project : projects) {
      var row = new ProjectRow(model, sessions, launch, project, places, texts);
      row.setOnMouseClicked(_ -> model.select(project.project().folder()));
      row.setOnKeyPressed(event -> {
        if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
          model.select(project.project().folder());
          event.consume();
        }
      });
      fresh.add(row);
    }
    shown = fresh;
    rows.getChildren().setAll(fresh);
    mark();
  }

  private void mark() {
    var chosen = model.selectedProperty().get().map(row -> row.project().folder());
    for (var row : shown) {
      boolean isChosen = chosen.filter(row.folder()::equals).isPresent();
      row.pseudoClassStateChanged(SELECTED, isChosen);
    }
  }
}
