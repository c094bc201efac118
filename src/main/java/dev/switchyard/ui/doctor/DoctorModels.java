package dev.switchyard.ui.doctor;

/// What the screen shows, made when it is first shown.
///
/// @param examinations which project, and what was found of it
/// @param mending what is done about it
/// @param report what may be sent to others
public record DoctorModels(
    ExaminationViewModel examinations, MendingViewModel mending, ReportViewModel report) {}
