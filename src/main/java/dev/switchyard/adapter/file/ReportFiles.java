package dev.switchyard.adapter.file;

import dev.switchyard.domain.Fingerprint;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.capability.Report;
import dev.switchyard.domain.capability.ReportStore;
import dev.switchyard.domain.endpoint.EndpointUrl;
import java.nio.file.Path;
import java.util.Optional;

/// What endpoints did with models, one private file for each model on each server in `capabilities`
/// of Switchyard's state folder.
public final class ReportFiles implements ReportStore {
  private final Path directory;

  /// @param state Switchyard's state folder
  public ReportFiles(Path state) {
    this.directory = state.resolve("capabilities");
  }

  @Override
  public Optional<Report> find(EndpointUrl server, String digest) throws PortException {
    return AtomicFiles.read(file(server, digest))
        .flatMap(ReportJson::read)
        .filter(report -> report.digest().equals(digest) && isAt(report, server));
  }

  private static boolean isAt(Report report, EndpointUrl server) {
    return report.server().uri().equals(server.uri());
  }

  @Override
  public void save(Report report) throws PortException {
    AtomicFiles.writePrivate(file(report.server(), report.digest()), ReportJson.write(report));
  }

  private Path file(EndpointUrl server, String digest) {
    return directory.resolve(Fingerprint.of(server + " " + digest).shortText() + ".json");
  }
}
