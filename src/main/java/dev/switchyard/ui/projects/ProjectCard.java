package dev.switchyard.ui.projects;

import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.ProjectRoutes.ProjectRoute;
import dev.switchyard.ui.component.Card;
import dev.switchyard.ui.component.InlineMessage;
import dev.switchyard.ui.component.Tone;
import dev.switchyard.ui.component.WrappedLabel;
import dev.switchyard.ui.text.Texts;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What is wrong with the chosen project's route, and the guide's options for its files.
final class ProjectCard extends Card {
  private final ProjectsViewModel model;
  private final Texts texts;
  private final VBox problems = new VBox();
  private final VBox options = new VBox();

  ProjectCard(ProjectsViewModel model, Texts texts) {
    super("");
    this.model = model;
    this.texts = texts;
    problems.getStyleClass().add("column");
    options.getStyleClass().add("column");
    getStyleClass().add("project-card");
    getChildren().addAll(problems, options);
    model.selectedProperty().subscribe(this::show);
  }

  private void show(Optional<ProjectRoute> selected) {
    problems.getChildren().clear();
    options.getChildren().clear();
    selected.ifPresent(this::show);
  }

  private void show(ProjectRoute row) {
    setTitle(row.project().name());
    row.route()
        .toOptional()
        .ifPresent(route ->
            route.problems().forEach(problem -> problems.getChildren().add(message(problem))));
    if (problems.getChildren().isEmpty()) {
      problems.getChildren().add(note(texts.text("projects.no-problems")));
    }
    if (row.project().exists()) {
      options
          .getChildren()
          .addAll(
              option("projects.check", Feather.ACTIVITY, () -> model.check(row)),
              option("projects.option.ignore", Feather.EYE_OFF, () -> model.ignore(row)),
              note(texts.text("projects.option.ignore-means")),
              option("projects.option.section", Feather.FILE_TEXT, () -> model.section(row)),
              note(texts.text("projects.option.section-means")));
    }
    options.getChildren().add(option("projects.remove", Feather.X, () -> model.remove(row)));
  }

  private Node message(EffectiveRoute.Problem problem) {
    var tone =
        switch (problem.severity()) {
          case INFO -> Tone.ACCENT;
          case WARNING -> Tone.WARNING;
          case ERROR -> Tone.DANGER;
        };
    return new InlineMessage(tone, texts.text(problem.text()));
  }

  private Node option(String key, Ikon icon, Runnable run) {
    var button = new Button(texts.text(key), new FontIcon(icon));
    button.setOnAction(_ -> run.run());
    return button;
  }

  private static Label note(String text) {
    return new WrappedLabel(text, "muted");
  }
}
