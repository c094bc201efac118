package dev.switchyard.ui.doctor;

import dev.switchyard.domain.doctor.MendingOrder;
import dev.switchyard.domain.project.Project;
import dev.switchyard.ui.component.Card;
import dev.switchyard.ui.component.EmptyState;
import dev.switchyard.ui.shell.Navigator;
import dev.switchyard.ui.text.Texts;
import org.kordamp.ikonli.feather.Feather;

/// Where nothing is wrong: what that rests on, and the way to the proof, which only a request
/// gives.
final class WellCard extends Card {
  private final ExaminationViewModel model;
  private final Navigator navigator;
  private final Texts texts;

  WellCard(ExaminationViewModel model, Navigator navigator, Texts texts) {
    super("");
    this.model = model;
    this.navigator = navigator;
    this.texts = texts;
    managedProperty().bind(visibleProperty());
    model.examinationProperty().subscribe(_ -> show());
  }

  private void show() {
    var project = model.chosenProperty().get();
    var well =
        model
            .examinationProperty()
            .get()
            .filter(one -> one.all().stream().noneMatch(MendingOrder::isWrong));
    setVisible(well.isPresent() && project.isPresent());
    if (well.isPresent() && project.isPresent()) {
      show(well.get(), project.get());
    }
  }

  private void show(Examination well, Project project) {
    var said =
        texts.text("doctor.screen.well", project.name(), well.all().size(), well.unknown().size());
    getChildren()
        .setAll(
            new EmptyState(
                Feather.CHECK_CIRCLE,
                said,
                texts.text("doctor.screen.verify"),
                () -> navigator.showProof(project.folder())));
  }
}
