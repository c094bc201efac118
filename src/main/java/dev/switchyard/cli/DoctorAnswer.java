package dev.switchyard.cli;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.doctor.Diagnosis;
import dev.switchyard.domain.doctor.Doctor;
import dev.switchyard.domain.doctor.Finding;
import dev.switchyard.domain.doctor.Outcome;
import dev.switchyard.domain.doctor.Preview;
import dev.switchyard.domain.doctor.Remedy;
import java.util.List;
import java.util.Locale;

/// What the checks say as an answer: for scripts and for people.
final class DoctorAnswer {
  private static final String INDENT = "    ";

  private DoctorAnswer() {}

  /// What is not known has no severity.
  static void fill(Answer answer, Diagnosis diagnosis) {
    answer.put("id", diagnosis.id()).put("title", diagnosis.title());
    switch (diagnosis.outcome()) {
      case Outcome.Fine(var why) ->
          answer.put("severity", "ok").put("evidence", why).put("fixable", false);
      case Outcome.Unknown(var reason) -> answer.unknown("severity", reason).put("fixable", false);
      case Outcome.Found(var finding) -> {
        answer.put("problem", diagnosis.headline());
        fill(answer, finding);
      }
    }
  }

  private static void fill(Answer answer, Finding finding) {
    answer
        .put("severity", finding.severity().name().toLowerCase(Locale.ROOT))
        .put("cause", finding.cause())
        .lines("evidence", finding.evidence())
        .put("risk", finding.risk())
        .put("fixable", finding.isFixable());
    if (finding.remedy() instanceof Remedy.ByHand(var what, var lines)) {
      answer.put("advice", what).strings("commands", lines);
    }
  }

  static void fill(Answer answer, Preview preview) {
    answer
        .put("text", preview.text())
        .objects("changes", preview.changes(), ChangeAnswer::fill)
        .put("undo", preview.undo());
  }

  /// @param fine whether also those that found nothing are named
  static void print(Console console, List<Diagnosis> diagnoses, boolean fine) {
    Doctor.found(diagnoses).forEach(one -> print(console, one, one.finding().orElseThrow()));
    for (var one : diagnoses) {
      if (one.outcome() instanceof Outcome.Unknown(var reason)) {
        console.line("cli.doctor.unknown", one.title(), one.id(), reason);
      }
    }
    for (var one : diagnoses) {
      if (fine && one.outcome() instanceof Outcome.Fine(var why)) {
        console.line("cli.doctor.ok", one.title(), one.id(), why);
      }
    }
    if (diagnoses.size() > 1) {
      console.line("cli.doctor.sum", Doctor.found(diagnoses).size(), diagnoses.size());
    }
  }

  private static void print(Console console, Diagnosis diagnosis, Finding finding) {
    console.line(
        "cli.doctor.found",
        Message.of("cli.route." + finding.severity().name().toLowerCase(Locale.ROOT)),
        diagnosis.headline(),
        diagnosis.id());
    indented(console, finding.cause());
    finding.evidence().forEach(line -> indented(console, line));
    indented(console, finding.risk());
    switch (finding.remedy()) {
      case Remedy.Fix _ -> indented(console, Message.of("cli.doctor.fixable", diagnosis.id()));
      case Remedy.ByHand(var what, var lines) -> {
        indented(console, what);
        lines.forEach(line -> console.plain(INDENT + INDENT + line));
      }
    }
    console.plain("");
  }

  static void print(Console console, Preview preview) {
    console.line(preview.text());
    preview
        .changes()
        .forEach(change -> {
          console.line(ChangeAnswer.text(change));
          ChangeAnswer.printDifference(console, change);
        });
    console.line(preview.undo());
  }

  private static void indented(Console console, Message text) {
    console.plain(INDENT + console.texts().text(text));
  }
}
