package dev.switchyard.ui.capability;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.capability.Finding;
import dev.switchyard.domain.capability.GuideClaims;
import dev.switchyard.domain.capability.Report;
import dev.switchyard.domain.capability.Standing;
import dev.switchyard.domain.capability.Verdict;
import dev.switchyard.ui.component.StateDot;
import dev.switchyard.ui.text.Durations;
import dev.switchyard.ui.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;

/// Writes what the matrix says for people, and chooses its signs.
final class CapabilityTexts {
  private static final int SHORT_DIGEST = 12;

  private final Texts texts;

  CapabilityTexts(Texts texts) {
    this.texts = texts;
  }

  Texts texts() {
    return texts;
  }

  String text(String key, Object... arguments) {
    return texts.text(key, arguments);
  }

  String text(Message message) {
    return texts.text(message);
  }

  String probe(String id) {
    return text("capability.name." + id);
  }

  String verdict(Verdict verdict) {
    return text("capability.verdict." + verdict.wireName());
  }

  /// What the guide says of a probe, in a word.
  String guide(String probe) {
    return text("capabilities.guide." + guideKey(probe));
  }

  /// The same as a sentence.
  String guideSentence(String probe) {
    return text("capabilities.guide.sentence." + guideKey(probe));
  }

  private static String guideKey(String probe) {
    return GuideClaims.works(probe).map(works -> works ? "works" : "does-not").orElse("silent");
  }

  /// What stands in a cell, in a word.
  String word(Column.Cell cell) {
    return switch (cell) {
      case Column.Cell.Found(var finding) -> verdict(finding.verdict());
      case Column.Cell.Asked _ -> text("capabilities.cell.asked");
      case Column.Cell.Waiting _ -> text("capabilities.cell.waiting");
      case Column.Cell.NotProbed _ -> text("capabilities.cell.not-probed");
    };
  }

  static StateDot.State sign(Column.Cell cell) {
    return switch (cell) {
      case Column.Cell.Found(var finding) -> sign(finding.verdict());
      case Column.Cell.Asked _ -> StateDot.State.BUSY;
      case Column.Cell.Waiting _, Column.Cell.NotProbed _ -> StateDot.State.OPEN;
    };
  }

  private static StateDot.State sign(Verdict verdict) {
    return switch (verdict) {
      case WORKS -> StateDot.State.DONE;
      case IGNORED -> StateDot.State.WARNING;
      case REFUSED -> StateDot.State.BAD;
      case UNKNOWN -> StateDot.State.OPEN;
    };
  }

  /// As a screen reader says a cell: `Tool call, gemma4-claude: works`.
  String name(String probe, Column column) {
    var cell = column.cell(probe);
    var key = isChanged(cell) ? "capabilities.cell.name-changed" : "capabilities.cell.name";
    return text(key, probe(probe), column.model().shortText(), word(cell));
  }

  static boolean isChanged(Column.Cell cell) {
    return cell instanceof Column.Cell.Found(var finding) && GuideClaims.isOutdatedBy(finding);
  }

  /// What stands below a model's name.
  List<String> origin(Column column) {
    return switch (column) {
      case Column.Probed(var report) ->
          List.of(text("capabilities.origin", report.version().toString()), day(report.at()));
      case Column.Outdated(_, Standing.OtherVersion(_, var now)) ->
          List.of(
              text("capabilities.not-probed"), text("capabilities.since.version", now.toString()));
      case Column.Outdated _ ->
          List.of(text("capabilities.not-probed"), text("capabilities.since.build"));
      case Column.Running _ -> List.of(text("capabilities.running"));
    };
  }

  /// Of which build, by which server, when.
  String source(Report report) {
    return text(
        "capabilities.source",
        report.model().shortText(),
        shortDigest(report.digest()),
        report.version().toString(),
        texts.at(report.at(), FormatStyle.MEDIUM, FormatStyle.SHORT));
  }

  private static String shortDigest(String digest) {
    var digits = digest.substring(digest.indexOf(':') + 1);
    return digits.substring(0, Math.min(SHORT_DIGEST, digits.length()));
  }

  private String day(Instant instant) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
        .withLocale(texts.locale())
        .withZone(ZoneId.systemDefault())
        .format(instant);
  }

  String exact(Duration duration) {
    return text(Durations.exact(duration));
  }

  String whole(Duration duration) {
    return text(Durations.whole(duration));
  }

  String reason(Finding finding) {
    return text(finding.judgement().reason());
  }
}
