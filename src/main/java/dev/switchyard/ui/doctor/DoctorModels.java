package dev.switchyard.ui.doctor;

import dev.switchyard.ui.shell.ScreenModel;

/// What the screen shows.
///
/// @param examinations which project, and what was found of it
/// @param mending what is done about it
/// @param report what may be sent to others
public record DoctorModels(
    ExaminationViewModel examinations, MendingViewModel mending, ReportViewModel report)
    implements ScreenModel {
  @Override
  public void setShown(boolean shown) {
    if (shown) {
      mending.refresh();
    }
    examinations.setShown(shown);
  }
}
