package dev.switchyard.ui.projects;

import dev.switchyard.ui.component.Primary;
import dev.switchyard.ui.component.TwoColumns;
import dev.switchyard.ui.launch.LaunchButton;
import dev.switchyard.ui.launch.LaunchPanel;
import dev.switchyard.ui.launch.LaunchTarget;
import dev.switchyard.ui.launch.LaunchViewModel;
import dev.switchyard.ui.text.Texts;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What can be done: with the list, and with the chosen project.
final class ProjectActions extends VBox {
  private static final double ROOM_FOR_LIST = 260;
  private static final double GAP = 8;

  private Runnable onAdd = () -> {};
  private Runnable onVerify = () -> {};

  /// @param elsewhere while something else on the screen is to be done next
  ProjectActions(
      ProjectsViewModel model,
      VerifyViewModel verify,
      LaunchViewModel launch,
      ObservableBooleanValue elsewhere,
      Texts texts) {
    var panel = new LaunchPanel(launch, texts);
    var chosen = new Label();
    chosen.getStyleClass().add("muted");
    var proof = button(texts.text("verify.start"), Feather.CHECK_CIRCLE, () -> onVerify.run());
    verify.shownProperty().subscribe(shown -> proof.setDisable(!shown.canStart()));
    var ofList =
        new HBox(
            button(texts.text("projects.add"), Feather.FOLDER_PLUS, () -> onAdd.run()),
            button(texts.text("projects.undo"), Feather.CORNER_UP_LEFT, model::undo));
    ofList.getStyleClass().add("row");
    var start = new LaunchButton(launch, texts, panel);
    Primary.markWhile(start, panel.visibleProperty().not().and(Bindings.not(elsewhere)));
    var ofChosen = new HBox(chosen, proof, start);
    ofChosen.getStyleClass().add("row");
    var bar = TwoColumns.growingLeft(ofList, ofChosen, ROOM_FOR_LIST, 0, GAP);
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
