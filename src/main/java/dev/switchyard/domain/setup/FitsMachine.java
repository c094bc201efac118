package dev.switchyard.domain.setup;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.fit.FitEstimator;
import dev.switchyard.domain.fit.FitReport;
import dev.switchyard.domain.fit.LoadOptions;
import dev.switchyard.domain.memory.OtherMachine;
import dev.switchyard.domain.model.Catalogue;
import dev.switchyard.domain.model.ClaudeCodeReadiness;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.modelfile.ServerMemory;
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
  private final ServerMemory memory;

  /// @param memory what the server may load a model into
  public FitsMachine(ModelServer server, ServerMemory memory) {
    this.server = server;
    this.memory = memory;
  }

  /// @param report computed from its geometry; empty where it is not installed, and the guide's
  ///   claim stands
  public record Row(Catalogue.Entry entry, Optional<FitReport> report) {}

  /// The machine described by hand that the rows are for; empty for the server's own.
  public Optional<OtherMachine> otherMachine() {
    return memory.otherMachine();
  }

  /// What the guide claims, for as long as nothing can be computed.
  public static List<Row> claims() {
    return Catalogue.ENTRIES.stream().map(entry -> new Row(entry, Optional.empty())).toList();
  }

  /// @throws PortException as [ModelServer]
  public List<Row> rows() throws PortException {
    var estimator = new FitEstimator(server.version(), memory.planned());
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
