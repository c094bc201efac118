package dev.switchyard.ui.doctor;

import dev.switchyard.ui.component.EmptyState;
import dev.switchyard.ui.component.InlineMessage;
import dev.switchyard.ui.component.PageScroll;
import dev.switchyard.ui.component.Tone;
import dev.switchyard.ui.component.Waiting;
import dev.switchyard.ui.doctor.ExaminationViewModel.State;
import dev.switchyard.ui.projects.Places;
import dev.switchyard.ui.shell.Navigator;
import dev.switchyard.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The Doctor screen: which project, what its examination amounts to, what is wrong, and what else
/// was looked at.
final class DoctorView {
  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

  private final DoctorModels models;
  private final Navigator navigator;
  private final Places places;
  private final Texts texts;

  DoctorView(DoctorModels models, Navigator navigator, Places places, Texts texts) {
    this.models = models;
    this.navigator = navigator;
    this.places = places;
    this.texts = texts;
  }

  Node node() {
    var view = new StackPane();
    var page = page();
    models
        .examinations()
        .stateProperty()
        .subscribe(state -> {
          var content = content(state, page);
          // What stands there already keeps its focus.
          if (!view.getChildren().contains(content)) {
            view.getChildren().setAll(content);
          }
        });
    return view;
  }

  private Node content(State state, Node page) {
    return switch (state) {
      case State.Asking _ -> waiting();
      case State.Failed(var reason) -> failed(texts.text(reason));
      case State.Listed(var projects) when projects.isEmpty() ->
          new EmptyState(
              Feather.FOLDER_PLUS,
              texts.text("doctor.screen.no-project"),
              texts.text("doctor.screen.add"),
              () -> navigator.showProjects(Optional.empty()));
      case State.Listed _ -> page;
    };
  }

  private Node page() {
    var examinations = models.examinations();
    var results =
        new VBox(
            new FindingList(models.mending(), places, texts),
            new WellCard(examinations, navigator, texts),
            unknown(),
            fine());
    results.getStyleClass().add("doctor-results");
    // What was found before is still shown, and is not certain any more.
    examinations
        .stepProperty()
        .subscribe(step -> results.pseudoClassStateChanged(STALE, step.isPresent()));
    var body =
        new VBox(
            new DoctorBar(models, places, texts),
            new SummaryCard(examinations, models.mending(), texts),
            results);
    body.getStyleClass().add("sy-doctor");
    body.setMinHeight(Region.USE_PREF_SIZE);
    return new PageScroll(body);
  }

  private Node unknown() {
    var group = new AskedGroup("doctor.screen.unknown", Feather.HELP_CIRCLE, true, texts);
    models
        .examinations()
        .examinationProperty()
        .subscribe(now -> group.show(now.map(Examination::unknown).orElse(List.of())));
    return group;
  }

  private Node fine() {
    var group = new AskedGroup("doctor.screen.fine", Feather.CHECK, false, texts);
    models
        .examinations()
        .examinationProperty()
        .subscribe(now -> group.show(now.map(Examination::fine).orElse(List.of())));
    return group;
  }

  private Node waiting() {
    var waiting = new Waiting(texts, texts.text("projects.asking"));
    waiting.setAlignment(Pos.CENTER);
    return waiting;
  }

  private Node failed(String reason) {
    var again =
        InlineMessage.action(texts.text("projects.try-again"), models.examinations()::refresh);
    var box = new VBox(new InlineMessage(Tone.DANGER, reason, again));
    box.getStyleClass().add("screen");
    return box;
  }
}
