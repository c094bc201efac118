package dev.switchyard.ui.text;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.about.ReadVersions;
import dev.switchyard.domain.about.VersionReport;
import dev.switchyard.domain.doctor.Diagnosis;
import dev.switchyard.domain.doctor.Finding;
import dev.switchyard.domain.doctor.Outcome;
import dev.switchyard.domain.doctor.Remedy;
import java.util.List;
import java.util.Locale;

/// What a person may send to others: versions and what each check said, in English. Secrets are not
/// among it, and are taken out of the finished text all the same.
public final class DoctorReport {
  private final Texts texts = new Texts(Locale.ENGLISH);
  private final StringBuilder text = new StringBuilder();

  private DoctorReport() {}

  public static String of(ReadVersions.Versions versions, List<Diagnosis> diagnoses) {
    var report = new DoctorReport();
    report.text.append(VersionReport.of(versions)).append('\n');
    diagnoses.forEach(report::add);
    return report.text.toString();
  }

  private void add(Diagnosis diagnosis) {
    switch (diagnosis.outcome()) {
      case Outcome.Fine(var why) -> line("ok", diagnosis.id(), why);
      case Outcome.Unknown(var reason) -> line("unknown", diagnosis.id(), reason);
      case Outcome.Found(var finding) -> add(diagnosis.id(), finding);
    }
  }

  private void add(String id, Finding finding) {
    line(finding.severity().name().toLowerCase(Locale.ROOT), id, finding.cause());
    finding.evidence().forEach(line -> text.append("    ").append(texts.text(line)).append('\n'));
    if (finding.remedy() instanceof Remedy.Fix) {
      text.append("    fixable\n");
    }
  }

  private void line(String verdict, String id, Message said) {
    text.append("%s %s: %s\n".formatted(verdict, id, texts.text(said)));
  }
}
