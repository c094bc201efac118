package dev.switchyard.domain.setup;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.fit.FitEstimator;
import dev.switchyard.domain.fit.FitReport;
import dev.switchyard.domain.fit.Hardware;
import dev.switchyard.domain.fit.LoadOptions;
import dev.switchyard.domain.memory.MemoryReading;
import dev.switchyard.domain.model.Catalogue;
import dev.switchyard.domain.model.ClaudeCodeReadiness;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.domain.model.ModelServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The use case behind "what fits this machine": each model of the catalogue at the context that
/// Claude Code needs. Blocks.
///
/// A model's geometry is known once it is installed. Of the others only the guide's claim can be
/// told.
public final class FitsMachine {
  private final ModelServer server;

  public FitsMachine(ModelServer server) {
    this.server = server;
  }

  /// @param report computed from its geometry; empty where it is not installed, and the guide's
  ///   claim stands
  public record Row(Catalogue.Entry entry, Optional<FitReport> report) {}

  /// What the guide claims, for as long as nothing can be computed.
  public static List<Row> claims() {
    return Catalogue.ENTRIES.stream().map(entry -> new Row(entry, Optional.empty())).toList();
  }

  /// @throws PortException as [ModelServer]
  public List<Row> rows(MemoryReading reading) throws PortException {
    var loaded = server.loaded();
    var hardware =
        Hardware.of(
            reading,
            loaded.stream().mapToLong(LoadedModel::ramBytes).sum(),
            loaded.stream().mapToLong(LoadedModel::vramBytes).sum());
    var estimator = new FitEstimator(server.version(), hardware);
    var installed = server.installed().stream().map(InstalledModel::name).toList();
    var rows = new ArrayList<Row>();
    for (var entry : Catalogue.ENTRIES) {
      rows.add(
          new Row(
              entry,
              installed.contains(entry.name()) ? estimate(estimator, entry) : Optional.empty()));
    }
    return List.copyOf(rows);
  }

  private Optional<FitReport> estimate(FitEstimator estimator, Catalogue.Entry entry)
      throws PortException {
    var shape = server.describe(entry.name()).shape();
    return switch (estimator.estimate(shape, LoadOptions.of(ClaudeCodeReadiness.NEEDED_CONTEXT))) {
      case Known.Value<FitReport>(var report) -> Optional.of(report);
      case Known.Unknown<FitReport> _ -> Optional.empty();
    };
  }
}
