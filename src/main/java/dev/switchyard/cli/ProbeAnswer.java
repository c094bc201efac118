package dev.switchyard.cli;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.capability.Evidence;
import dev.switchyard.domain.capability.Finding;
import dev.switchyard.domain.capability.GuideClaims;
import dev.switchyard.domain.capability.ProvenReadiness;
import dev.switchyard.domain.capability.Report;
import java.util.ArrayList;
import java.util.List;

/// What an endpoint did with a model as an answer: for scripts and for people.
final class ProbeAnswer {
  private static final String READINESS = "provenForClaudeCode";

  private ProbeAnswer() {}

  static void fill(Answer answer, Report report, ProvenReadiness readiness) {
    answer
        .put("model", report.model().shortText())
        .put("digest", report.digest())
        .object(
            "server",
            server ->
                server
                    .put("url", report.server().toString())
                    .put("version", report.version().toString()))
        .put("at", report.at().toString())
        .put("contextLength", report.contextLength());
    fillReadiness(answer, readiness);
    answer
        .objects("probes", report.findings(), ProbeAnswer::fill)
        .strings(
            "changedSinceGuide", report.changedSinceGuide().stream().map(Finding::probe).toList())
        .put("guide", GuideClaims.SOURCE);
  }

  /// One model's, as `models` answers with too.
  static void fillReadiness(Answer answer, Known<Report> report) {
    switch (report) {
      case Known.Value<Report>(var known) -> {
        fillReadiness(answer, ProvenReadiness.of(known));
        answer.put("probedAt", known.at().toString());
      }
      case Known.Unknown<Report>(var reason) -> unknownReadiness(answer, reason);
    }
  }

  static void unknownReadiness(Answer answer, Message reason) {
    answer.unknown(READINESS, reason);
  }

  private static void fillReadiness(Answer answer, ProvenReadiness readiness) {
    readiness
        .answer()
        .ifPresentOrElse(
            ready -> answer.put(READINESS, ready).put("provenReason", readiness.reason()),
            () -> unknownReadiness(answer, readiness.reason()));
  }

  private static void fill(Answer answer, Finding finding) {
    answer
        .put("id", finding.probe())
        .put("verdict", finding.verdict().wireName())
        .put("reason", finding.judgement().reason())
        .put("worksInGuide", GuideClaims.works(finding.probe()))
        .put("changedSinceGuide", GuideClaims.isOutdatedBy(finding))
        .objects("evidence", finding.evidence(), ProbeAnswer::fill);
  }

  private static void fill(Answer answer, Evidence evidence) {
    answer
        .put("path", evidence.path())
        .put("sent", evidence.sent())
        .put("status", evidence.status())
        .put("received", evidence.received())
        .put("tookMs", evidence.took().toMillis());
  }

  static void print(
      Console console, Report report, ProvenReadiness readiness, boolean withEvidence) {
    console.line(
        "cli.probe.heading",
        report.model().shortText(),
        report.version().toString(),
        console.time(report.at()));
    console.table(report.findings().stream().map(finding -> row(console, finding)).toList());
    if (withEvidence) {
      report.findings().forEach(finding -> printEvidence(console, finding));
    }
    console.line(readiness.reason());
  }

  private static List<String> row(Console console, Finding finding) {
    var texts = console.texts();
    var row = new ArrayList<String>();
    row.add(texts.text("capability.name." + finding.probe()));
    row.add(texts.text("capability.verdict." + finding.verdict().wireName()));
    row.add(
        texts.text(finding.judgement().reason())
            + (GuideClaims.isOutdatedBy(finding) ? " " + texts.text("capability.changed") : ""));
    return row;
  }

  private static void printEvidence(Console console, Finding finding) {
    console.plain("");
    console.line("capability.name." + finding.probe());
    for (var one : finding.evidence()) {
      console.plain("> POST " + one.path() + "  " + one.sent());
      console.plain(
          "< "
              + one.status().map(Object::toString).orElse("–")
              + "  "
              + one.took().toMillis()
              + " ms  "
              + one.received().strip());
    }
  }
}
