package dev.switchyard.domain.setup;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.fit.FitEstimator;
import dev.switchyard.domain.fit.FitReport;
import dev.switchyard.domain.fit.ModelShape;
import dev.switchyard.domain.fit.Part;
import dev.switchyard.domain.model.Catalogue;
import dev.switchyard.domain.model.ClaudeCodeReadiness;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.ModelServer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The use case that finds the next smaller model to one that does not fit: of those on the server
/// that Claude Code can work with, and of the catalogue's. Blocks; what was asked of the server is
/// kept.
public final class SmallerModels {
  /// The next smaller ones are asked for their shape; that many are enough.
  private static final int MOST_ASKED = 6;

  private static final Comparator<SmallerModel> LARGEST_FIRST =
      Comparator.comparingLong(SmallerModel::totalBytes).reversed();

  private final ModelServer server;
  private final Map<String, Optional<ModelShape>> shapes = new HashMap<>();

  public SmallerModels(ModelServer server) {
    this.server = server;
  }

  private record Candidate(ModelName name, boolean pulled, long downloadBytes, ModelShape shape) {}

  /// The largest that fit as the asked one does not, first the one that is there already; where
  /// none of a kind fits, its next smaller one. None for a model that fits.
  ///
  /// @param asked what does not fit
  /// @param shape of that model
  /// @param estimator that answered it
  public synchronized List<SmallerModel> than(
      FitReport asked, ModelShape shape, FitEstimator estimator) {
    if (asked.fits()) {
      return List.of();
    }
    var installed = installed();
    var pulled = pulled(installed, shape).map(other -> compare(other, asked, estimator));
    var others = catalogue(installed, shape).map(other -> compare(other, asked, estimator));
    return Stream.of(pulled, others)
        .flatMap(kind -> best(kind.flatMap(Optional::stream).toList()).stream())
        .toList();
  }

  private static Optional<SmallerModel> best(List<SmallerModel> smaller) {
    return smaller.stream()
        .filter(SmallerModel::fits)
        .min(LARGEST_FIRST)
        .or(() -> smaller.stream().min(LARGEST_FIRST));
  }

  /// While the server does not answer, nothing is there.
  private List<InstalledModel> installed() {
    try {
      return server.installed();
    } catch (PortException _) {
      return List.of();
    }
  }

  /// One whose size is not told is no smaller one.
  private static long bytes(InstalledModel model) {
    return model.bytes().toOptional().orElse(Long.MAX_VALUE);
  }

  private Stream<Candidate> pulled(List<InstalledModel> installed, ModelShape asked) {
    return installed.stream()
        .filter(model -> bytes(model) < asked.fileBytes())
        .filter(model -> ClaudeCodeReadiness.of(model).level() != ClaudeCodeReadiness.Level.CANNOT)
        .filter(model -> !isBuiltOn(installed, model))
        .sorted(Comparator.comparingLong(SmallerModels::bytes).reversed())
        .limit(MOST_ASKED)
        .flatMap(model ->
            shape(model).map(shape -> new Candidate(model.name(), true, 0, shape)).stream());
  }

  /// The same weights are there under their own name.
  private static boolean isBuiltOn(List<InstalledModel> installed, InstalledModel model) {
    return ModelName.parse(model.parentModel())
        .filter(parent -> installed.stream().anyMatch(other -> other.name().equals(parent)))
        .isPresent();
  }

  private Optional<ModelShape> shape(InstalledModel model) {
    return shapes.computeIfAbsent(model.digest(), _ -> describe(model.name()));
  }

  private Optional<ModelShape> describe(ModelName name) {
    try {
      return Optional.of(server.describe(name).shape());
    } catch (PortException _) {
      return Optional.empty();
    }
  }

  private static Stream<Candidate> catalogue(List<InstalledModel> installed, ModelShape asked) {
    return Catalogue.ENTRIES.stream()
        .filter(entry -> entry.bytes() < asked.fileBytes())
        .filter(entry -> installed.stream().noneMatch(model -> model.name().equals(entry.name())))
        .flatMap(entry ->
            entry
                .shape()
                .map(shape -> new Candidate(entry.name(), false, entry.bytes(), shape))
                .stream());
  }

  /// Empty for one that was trained for less, and for a variant of the same weights.
  private static Optional<SmallerModel> compare(
      Candidate other, FitReport asked, FitEstimator estimator) {
    return estimator
        .estimate(other.shape(), asked.options())
        .toOptional()
        .filter(report ->
            report.options().contextLength() == asked.options().contextLength()
                && weights(report) < weights(asked)
                && report.need().totalBytes() < asked.need().totalBytes())
        .map(report ->
            new SmallerModel(
                other.name(),
                other.pulled(),
                other.downloadBytes(),
                report.need().totalBytes(),
                asked.need().totalBytes() - report.need().totalBytes(),
                report.placement().verdict()));
  }

  private static long weights(FitReport report) {
    return report.need().bytes(Part.Name.WEIGHTS);
  }
}
