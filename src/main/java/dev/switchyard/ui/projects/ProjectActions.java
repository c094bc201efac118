package dev.switchyard.ui.projects;

import dev.switchyard.ui.launch.LaunchButton;
import dev.switchyard.ui.launch.LaunchPanel;
import dev.switchyard.ui.launch.LaunchTarget;
import dev.switchyard.ui.launch.LaunchViewModel;
import dev.switchyard.ui.text.Texts;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What can be done: with the list, and with the chosen project.
final class ProjectActions extends VBox {
  private Runnable onAdd = () -> {};
  private Runnable onVerify = () -> {};

  ProjectActions(
      ProjectsViewModel model, VerifyViewModel verify, LaunchViewModel launch, Texts texts) {
    var panel = new LaunchPanel(launch, texts);
    var chosen = new Label();
    chosen.getStyleClass().add("muted");
    var proof = button(texts.text("verify.start"), Feather.CHECK_CIRCLE, () -> onVerify.run());
    verify.shownProperty().subscribe(shown -> proof.setDisable(!shown.canStart()));
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var bar =
        new HBox(
            button(texts.text("projects.add"), Feather.FOLDER_PLUS, () -> onAdd.run()),
            button(texts.text("projects.undo"), Feather.CORNER_UP_LEFT, model::undo),
            gap,
            chosen,
            proof,
            new LaunchButton(launch, texts, panel));
    bar.getStyleClass().add("row");
    getStyleClass().add("column");
    getChildren().setAll(bar, panel);
    model
        .selectedProperty()
        .subscribe(row -> {
          chosen.setText(row.map(one -> one.project().name()).orElse(""));
          launch.setTarget(
              row.filter(one -> one.project().exists())
                  .map(one -> new LaunchTarget(one.project().folder(), Optional.of(one.choice()))));
        });
  }

  void setOnAdd(Runnable handler) {
    onAdd = handler;
  }

  /// What proves the chosen project's route.
  void setOnVerify(Runnable handler) {
    onVerify = handler;
  }

  private static Button button(String text, Ikon icon, Runnable run) {
    var button = new Button(text, new FontIcon(icon));
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> run.run());
    return button;
  }
}
