package dev.switchyard.ui.doctor;

import dev.switchyard.domain.doctor.Treatment;
import dev.switchyard.domain.project.Project;
import dev.switchyard.ui.component.TwoColumns;
import dev.switchyard.ui.doctor.ExaminationViewModel.State;
import dev.switchyard.ui.projects.Places;
import dev.switchyard.ui.text.Texts;
import java.time.format.FormatStyle;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Which project is looked at, and what can be done with the whole of what was found.
final class DoctorBar extends TwoColumns {
  private static final double ROOM_FOR_PROJECT = 240;
  private static final double ROOM_FOR_ACTIONS = 520;
  private static final double GAP = 8;

  DoctorBar(DoctorModels models, Places places, Texts texts) {
    super(project(models, places, texts), actions(models, texts), false, ROOM_FOR_PROJECT, 0, GAP);
  }

  private static HBox project(DoctorModels models, Places places, Texts texts) {
    var name = new Label(texts.text("doctor.screen.project"));
    name.setMinWidth(Region.USE_PREF_SIZE);
    var choice = choice(models, places, texts);
    name.setLabelFor(choice);
    var box = new HBox(name, choice);
    box.getStyleClass().add("row");
    return box;
  }

  private static ComboBox<Project> choice(DoctorModels models, Places places, Texts texts) {
    var examinations = models.examinations();
    var choice = new ComboBox<Project>();
    choice.setAccessibleText(texts.text("doctor.screen.project"));
    choice.setMinWidth(0);
    choice.setConverter(new Names());
    var place = new Tooltip();
    examinations
        .stateProperty()
        .subscribe(state -> {
          if (state instanceof State.Listed(var projects)) {
            choice.getItems().setAll(projects);
            choice.setValue(examinations.chosenProperty().get().orElse(null));
          }
        });
    examinations
        .chosenProperty()
        .subscribe(project -> {
          choice.setValue(project.orElse(null));
          place.setText(project.map(one -> places.of(one.folder())).orElse(""));
        });
    choice.setTooltip(place);
    choice.setOnAction(_ ->
        Optional.ofNullable(choice.getValue())
            .filter(project -> !examinations.isChosen(project.folder()))
            .ifPresent(project -> examinations.choose(project.folder())));
    choice.disableProperty().bind(models.mending().stateProperty().map(state -> isBusy(state)));
    return choice;
  }

  private static boolean isBusy(MendingViewModel.State state) {
    return !(state instanceof MendingViewModel.State.Resting);
  }

  private static final class Names extends StringConverter<Project> {
    @Override
    public String toString(@Nullable Project project) {
      return project == null ? "" : project.name();
    }

    @Override
    public @Nullable Project fromString(String name) {
      return null;
    }
  }

  private static FlowPane actions(DoctorModels models, Texts texts) {
    var again =
        button(
            texts.text("doctor.screen.again"), Feather.REFRESH_CW, models.examinations()::refresh);
    again.disableProperty().bind(models.mending().stateProperty().map(state -> isBusy(state)));
    var report =
        button(
            texts.text("doctor.screen.copy"),
            Feather.COPY,
            () ->
                models.examinations().examinationProperty().get().ifPresent(models.report()::copy));
    report
        .disableProperty()
        .bind(models.examinations().examinationProperty().map(Optional::isEmpty));
    // In a narrow window they take more than one line.
    var actions = new FlowPane(again, report, undo(models.mending(), texts));
    actions.setPrefWrapLength(ROOM_FOR_ACTIONS);
    actions.getStyleClass().add("doctor-actions");
    return actions;
  }

  private static Button undo(MendingViewModel mending, Texts texts) {
    var undo = button(texts.text("doctor.screen.undo-last"), Feather.CORNER_UP_LEFT, mending::undo);
    var what = new Tooltip();
    mending
        .lastProperty()
        .subscribe(last -> {
          undo.setTooltip(last.isPresent() ? what : null);
          what.setText(last.map(one -> text(one, texts)).orElse(""));
        });
    undo.disableProperty()
        .bind(
            mending
                .lastProperty()
                .flatMap(
                    last -> mending.stateProperty().map(state -> last.isEmpty() || isBusy(state))));
    return undo;
  }

  private static String text(Treatment treatment, Texts texts) {
    return texts.text(
        "doctor.screen.undo-what",
        MendingViewModel.title(treatment),
        texts.at(treatment.at(), FormatStyle.MEDIUM, FormatStyle.SHORT));
  }

  private static Button button(String text, Ikon icon, Runnable run) {
    var button = new Button(text, new FontIcon(icon));
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> run.run());
    return button;
  }
}
