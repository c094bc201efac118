package dev.switchyard.ui.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.doctor.ExamineStep;
import dev.switchyard.ui.projects.ProjectsBench;
import org.junit.jupiter.api.Test;

class ExaminationViewModelTest {
  private final DoctorBench bench = new DoctorBench();
  private final ExaminationViewModel model = bench.examinations;

  @Test
  void nothingIsAskedBeforeTheScreenIsShown() {
    assertThat(bench.steps).isEmpty();
    assertThat(model.examinationProperty().get()).isEmpty();

    bench.shown();

    assertThat(bench.steps).containsExactly(ExamineStep.values());
    var examination = model.examinationProperty().get().orElseThrow();
    assertThat(examination.folder()).isEqualTo(DoctorBench.PROJECT);
    assertThat(examination.at()).isEqualTo(DoctorBench.NOW);
    assertThat(examination.found()).hasSize(2);
    assertThat(examination.unknown()).hasSize(1);
    assertThat(examination.fine()).hasSize(2);
    assertThat(model.stepProperty().get()).isEmpty();
  }

  @Test
  void whatWasFoundStaysWhileItIsAskedAgain() {
    bench.shown();
    var before = model.examinationProperty().get();
    bench.projects.tasks.hold();

    model.examine();

    assertThat(model.stepProperty().get()).contains(ExamineStep.ROUTE);
    assertThat(model.examinationProperty().get()).isEqualTo(before);
    bench.projects.tasks.release();
    assertThat(model.stepProperty().get()).isEmpty();
  }

  @Test
  void anExaminationThatIsCalledOffTellsNothing() {
    bench.projects.tasks.hold();
    bench.shown();
    bench.projects.tasks.release();
    var before = model.examinationProperty().get();
    bench.projects.tasks.hold();
    model.examine();
    bench.projects.files.contents.remove(DoctorBench.SETTINGS);

    model.cancel();
    bench.projects.tasks.release();

    assertThat(model.stepProperty().get()).isEmpty();
    assertThat(model.examinationProperty().get()).isEqualTo(before);
  }

  @Test
  void anotherProjectIsAskedAtOnceAndTheFirstIsRemembered() {
    bench.shown();
    var first = model.examinationProperty().get();
    bench.projects.tasks.hold();

    model.choose(ProjectsBench.WEBSITE);
    assertThat(model.examinationProperty().get()).isEmpty();
    bench.projects.tasks.release();
    assertThat(model.examinationProperty().get().orElseThrow().found()).hasSize(1);

    bench.projects.tasks.hold();
    model.choose(DoctorBench.PROJECT);
    assertThat(model.examinationProperty().get()).isEqualTo(first);
  }

  @Test
  void anAnswerThatIsOvertakenIsNotShown() {
    bench.shown();
    bench.projects.tasks.hold();
    model.choose(ProjectsBench.WEBSITE);
    model.choose(ProjectsBench.NOTES);

    bench.projects.tasks.release();

    assertThat(model.examinationProperty().get().orElseThrow().folder())
        .isEqualTo(ProjectsBench.NOTES);
    assertThat(model.chosenProperty().get().orElseThrow().folder()).isEqualTo(ProjectsBench.NOTES);
  }

  @Test
  void aProjectThatIsChosenWhileAFixRunsIsLookedAtAfterIt() {
    bench.shown();
    model.hold();
    model.choose(ProjectsBench.WEBSITE);
    assertThat(model.chosenProperty().get().orElseThrow().folder()).isEqualTo(DoctorBench.PROJECT);

    model.release();

    assertThat(model.chosenProperty().get().orElseThrow().folder())
        .isEqualTo(ProjectsBench.WEBSITE);
    assertThat(model.examinationProperty().get().orElseThrow().folder())
        .isEqualTo(ProjectsBench.WEBSITE);
  }

  /// A fix that failed, or was taken back, has everything asked anew at once.
  @Test
  void whoAsksAnewAfterAFixDoesNotCallThatOff() {
    bench.shown();
    model.hold();
    model.choose(ProjectsBench.WEBSITE);
    bench.projects.tasks.hold();

    model.release();
    model.examine();
    bench.projects.tasks.release();

    assertThat(model.examinationProperty().get().orElseThrow().folder())
        .isEqualTo(ProjectsBench.WEBSITE);
  }
}
