package dev.switchyard.ui.doctor;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.about.ReadVersions;
import dev.switchyard.ui.shell.Notices;
import dev.switchyard.ui.task.Tasks;
import dev.switchyard.ui.text.DoctorReport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// Copies what a person may send to others: the same as `switchyard doctor --report`.
public final class ReportViewModel {
  private final Tasks tasks;
  private final Supplier<ReadVersions> versions;
  private final UnaryOperator<String> redaction;
  private final Consumer<String> clipboard;
  private final Notices notices;

  /// @param redaction takes secrets out of what is copied
  public ReportViewModel(
      Tasks tasks,
      Supplier<ReadVersions> versions,
      UnaryOperator<String> redaction,
      Consumer<String> clipboard,
      Notices notices) {
    this.tasks = tasks;
    this.versions = versions;
    this.redaction = redaction;
    this.clipboard = clipboard;
    this.notices = notices;
  }

  /// Of what is shown, which nobody asks anew for it.
  public void copy(Examination examination) {
    tasks.run(
        _ -> redaction.apply(DoctorReport.of(versions.get().read(), examination.all())),
        text -> {
          clipboard.accept(text);
          notices.show(Notices.Kind.INFO, Message.of("doctor.screen.copied"));
        },
        failure -> notices.show(Notices.Kind.ERROR, failure.text()));
  }
}
