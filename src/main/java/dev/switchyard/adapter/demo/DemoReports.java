package dev.switchyard.adapter.demo;

import dev.switchyard.adapter.file.ReportJson;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.capability.Report;
import dev.switchyard.domain.capability.ReportStore;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.Version;
import dev.switchyard.domain.model.ModelName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/// What was found out before the demonstration began: of a model that can do everything, of one
/// without tools, and of one that an older server was asked about.
///
/// The probes' answers are those of the simulated server, recorded: a test holds them against it.
public final class DemoReports {
  private static final Version OLDER = Version.of(0, 32, 15);

  /// One report.
  ///
  /// @param recorded the file's name
  /// @param ago when it was made
  private record Row(String model, String recorded, Duration ago, boolean byOlderServer) {}

  private static final List<Row> ROWS =
      List.of(
          new Row("gemma4-claude", "with-tools", Duration.ofHours(19), false),
          new Row("codellama:7b", "without-tools", Duration.ofDays(2), false),
          new Row("gemma4:26b", "with-tools", Duration.ofDays(3), true));

  private DemoReports() {}

  /// Puts them where reports are kept.
  public static void fill(ReportStore store, Setup setup, EndpointUrl url) {
    try {
      for (var row : ROWS) {
        for (var model : setup.installed()) {
          if (model.name().equals(ModelName.of(row.model()))) {
            store.save(report(row, model, setup, url));
          }
        }
      }
    } catch (PortException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }

  private static Report report(Row row, SimulatedModel model, Setup setup, EndpointUrl url) {
    var recorded = recorded(row.recorded());
    return new Report(
        model.name(),
        model.digest(),
        url,
        row.byOlderServer() ? OLDER : Version.parse(setup.version()).orElseThrow(),
        setup.pace().now().minus(row.ago()),
        recorded.contextLength(),
        recorded.findings());
  }

  private static Report recorded(String name) {
    try (var content = DemoReports.class.getResourceAsStream("report-" + name + ".json")) {
      return ReportJson.read(Objects.requireNonNull(content).readAllBytes()).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
