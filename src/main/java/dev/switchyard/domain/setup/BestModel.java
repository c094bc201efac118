package dev.switchyard.domain.setup;

import dev.switchyard.domain.Bytes;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.fit.FitReport;
import dev.switchyard.domain.fit.Verdict;
import dev.switchyard.domain.model.Catalogue;
import dev.switchyard.domain.model.ClaudeCodeReadiness;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The best model for a machine: of those that the guide puts in an order, the first that fits
/// whole with the context that Claude Code needs. Of the others nobody says where in that order
/// they stand.
///
/// @param why what decided
public record BestModel(Catalogue.Entry entry, Message why) {
  /// Without a GPU a model that works with more parameters per token takes minutes for an answer.
  private static final long MOST_ACTIVE_WITHOUT_GPU = 5_000_000_000L;

  private record Candidate(Catalogue.Entry entry, FitReport report) {
    boolean is(Verdict verdict) {
      return report.placement().verdict().equals(Known.of(verdict));
    }

    double shareOnGpu() {
      return (double) report.placement().gpuBytes() / report.need().totalBytes();
    }

    boolean isQuickEnough() {
      return !report.hardware().freeGpus().isEmpty()
          || entry.activeParameters() <= MOST_ACTIVE_WITHOUT_GPU;
    }
  }

  /// Empty where none of them can be loaded.
  public static Optional<BestModel> of(List<FitsMachine.Row> rows) {
    var candidates =
        rows.stream()
            .filter(row -> row.entry().inGuide())
            .flatMap(row -> row.report().map(report -> new Candidate(row.entry(), report)).stream())
            .filter(Candidate::isQuickEnough)
            .sorted(Comparator.comparingInt(candidate -> candidate.entry().quality()))
            .toList();
    return candidates.stream()
        .filter(candidate -> candidate.is(Verdict.FITS))
        .findFirst()
        .map(BestModel::whole)
        .or(() ->
            candidates.stream()
                .filter(candidate -> candidate.is(Verdict.SPLITS))
                .max(Comparator.comparingDouble(Candidate::shareOnGpu))
                .map(BestModel::split));
  }

  private static BestModel whole(Candidate candidate) {
    var place = candidate.report().hardware().freeGpus().isEmpty() ? "ram" : "gpu";
    return new BestModel(
        candidate.entry(),
        Message.of(
            "models.best." + place,
            ClaudeCodeReadiness.NEEDED_CONTEXT,
            new Bytes(Math.max(0, candidate.report().spareBytes()))));
  }

  private static BestModel split(Candidate candidate) {
    return new BestModel(
        candidate.entry(),
        Message.of(
            "models.best.split", ClaudeCodeReadiness.NEEDED_CONTEXT, candidate.shareOnGpu()));
  }
}
