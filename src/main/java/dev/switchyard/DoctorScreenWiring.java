package dev.switchyard;

import dev.switchyard.ui.component.CopiedText;
import dev.switchyard.ui.doctor.DoctorModels;
import dev.switchyard.ui.doctor.DoctorScreen;
import dev.switchyard.ui.doctor.ExaminationViewModel;
import dev.switchyard.ui.doctor.MendingViewModel;
import dev.switchyard.ui.doctor.ReportViewModel;
import dev.switchyard.ui.projects.Places;
import dev.switchyard.ui.shell.Notices;
import dev.switchyard.ui.shell.Screen;
import dev.switchyard.ui.task.Tasks;
import dev.switchyard.ui.text.Texts;

/// Wires the Doctor screen, when it is first shown.
final class DoctorScreenWiring {
  private DoctorScreenWiring() {}

  /// @param projects tells which project was looked at last
  /// @param onChanged told when settings or models are not what they were
  static Screen screen(
      Wiring wiring,
      Tasks tasks,
      Notices notices,
      ProjectsWiring projects,
      WindowNavigator navigator,
      Runnable onChanged,
      Texts texts) {
    var places = new Places(wiring.home().directory());
    var screen =
        new DoctorScreen(
            () -> models(wiring, tasks, notices, projects, onChanged), navigator, places, texts);
    navigator.setOnDoctor(folder -> screen.model().examinations().choose(folder));
    return screen;
  }

  private static DoctorModels models(
      Wiring wiring, Tasks tasks, Notices notices, ProjectsWiring projects, Runnable onChanged) {
    ExaminationViewModel.Examiner examiner =
        (folder, progress, cancellation) -> wiring.doctor().examine(folder, progress, cancellation);
    var examinations =
        new ExaminationViewModel(
            tasks, () -> wiring.routing().projects().all(), examiner, wiring.clock());
    var mending =
        new MendingViewModel(
            tasks, examinations, examiner, wiring::treat, wiring.clock(), notices, onChanged);
    var report =
        new ReportViewModel(
            tasks, wiring::versions, text -> wiring.redaction().of(text), CopiedText::put, notices);
    projects.followLookedAt(examinations::choose);
    return new DoctorModels(examinations, mending, report);
  }
}
