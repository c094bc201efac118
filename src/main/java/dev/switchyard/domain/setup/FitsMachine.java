package dev.switchyard.domain.setup;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.Version;
import dev.switchyard.domain.fit.Correction;
import dev.switchyard.domain.fit.FitEstimator;
import dev.switchyard.domain.fit.FitReport;
import dev.switchyard.domain.fit.Hardware;
import dev.switchyard.domain.fit.LoadOptions;
import dev.switchyard.domain.fit.ModelShape;
import dev.switchyard.domain.memory.OtherMachine;
import dev.switchyard.domain.model.Catalogue;
import dev.switchyard.domain.model.ClaudeCodeReadiness;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.modelfile.ServerMemory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The use case behind "what fits this machine": each model of the catalogue at the context that
/// Claude Code needs. Blocks.
///
/// An installed model's own geometry is measured; of the others the catalogue's shape is taken, and
/// where it has none, what their publisher says that they need.
public final class FitsMachine {
  /// What holds where no server answers: the newest version that was measured.
  private static final Version MEASURED = Version.of(0, 32, 15);

  private final ModelServer server;
  private final ServerMemory memory;
  private final Correction correction;

  /// @param memory what the server may load a model into
  /// @param correction what earlier loads have shown
  public FitsMachine(ModelServer server, ServerMemory memory, Correction correction) {
    this.server = server;
    this.memory = memory;
    this.correction = correction;
  }

  /// @param report computed from its geometry; empty where that is not known before it is pulled
  /// @param installed whether the geometry is the installed model's own
  /// @param claim what is known instead of a report
  public record Row(
      Catalogue.Entry entry, Optional<FitReport> report, boolean installed, Claim claim) {
    /// The verdict in words, and how sure it is.
    public Message sentence() {
      return report.map(this::computed).orElseGet(claim::sentence);
    }

    private Message computed(FitReport found) {
      return installed
          ? found.sentence()
          : Message.of("models.verdict.before-pull", found.sentence());
    }
  }

  /// The machine described by hand that the rows are for; empty for the server's own.
  public Optional<OtherMachine> otherMachine() {
    return memory.otherMachine();
  }

  /// The guide's models, the strongest first, as far as they are known while this machine's memory
  /// is not.
  public static List<Row> claims() {
    return ofGuide()
        .map(entry ->
            new Row(
                entry, Optional.empty(), false, Claim.of(entry, Hardware.unseen(entry.needs()))))
        .toList();
  }

  /// The guide's models, the strongest first, also while no server answers.
  ///
  /// @throws PortException where this machine's memory cannot be read
  public List<Row> guide() throws PortException {
    return available(ofGuide().toList(), memory.planned());
  }

  private static Stream<Catalogue.Entry> ofGuide() {
    return Catalogue.ENTRIES.stream()
        .filter(Catalogue.Entry::inGuide)
        .sorted(Comparator.comparingInt(Catalogue.Entry::quality));
  }

  /// The whole catalogue, also while no server answers.
  ///
  /// @throws PortException where this machine's memory cannot be read
  public List<Row> available() throws PortException {
    return available(memory.planned());
  }

  /// For other memory.
  public List<Row> available(Hardware hardware) {
    return available(Catalogue.withCloud(), hardware);
  }

  private List<Row> available(List<Catalogue.Entry> entries, Hardware hardware) {
    try {
      return rows(entries, hardware, server.version(), installed());
    } catch (PortException _) {
      return rows(entries, hardware, MEASURED, List.of());
    }
  }

  private List<ModelName> installed() throws PortException {
    return server.installed().stream().map(InstalledModel::name).toList();
  }

  private List<Row> rows(
      List<Catalogue.Entry> entries,
      Hardware hardware,
      Version version,
      List<ModelName> installed) {
    var estimator = new FitEstimator(version, hardware, correction);
    var rows = new ArrayList<Row>();
    for (var entry : entries) {
      var own = installed.contains(entry.name()) ? shape(entry) : Optional.<ModelShape>empty();
      var report = own.or(entry::shape).flatMap(shape -> estimate(estimator, shape));
      rows.add(new Row(entry, report, own.isPresent(), Claim.of(entry, hardware)));
    }
    return List.copyOf(rows);
  }

  private Optional<ModelShape> shape(Catalogue.Entry entry) {
    try {
      return Optional.of(server.describe(entry.name()).shape());
    } catch (PortException _) {
      return Optional.empty();
    }
  }

  private static Optional<FitReport> estimate(FitEstimator estimator, ModelShape shape) {
    return switch (estimator.estimate(shape, LoadOptions.of(ClaudeCodeReadiness.NEEDED_CONTEXT))) {
      case Known.Value<FitReport>(var report) -> Optional.of(report);
      case Known.Unknown<FitReport> _ -> Optional.empty();
    };
  }
}
