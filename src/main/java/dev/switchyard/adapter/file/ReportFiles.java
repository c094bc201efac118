package dev.switchyard.adapter.file;

import dev.switchyard.domain.Fingerprint;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.capability.Report;
import dev.switchyard.domain.capability.ReportStore;
import dev.switchyard.domain.endpoint.EndpointUrl;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// What endpoints did with models, one private file for each model on each server in `capabilities`
/// of Switchyard's state folder.
public final class ReportFiles implements ReportStore {
  private static final String SUFFIX = ".json";

  private final Path directory;

  /// What was read, as long as its file looks the same: a table that is drawn every few seconds
  /// asks for it each time.
  private final Map<Path, Read> read = new ConcurrentHashMap<>();

  private record Read(Snapshot look, Optional<Report> report) {}

  /// @param state Switchyard's state folder
  public ReportFiles(Path state) {
    this.directory = state.resolve("capabilities");
  }

  @Override
  public Optional<Report> find(EndpointUrl server, String digest) throws PortException {
    return read(file(server, digest))
        .filter(report -> report.digest().equals(digest) && isAt(report, server));
  }

  @Override
  public List<Report> all(EndpointUrl server) throws PortException {
    var all = new ArrayList<Report>();
    for (var file : Listing.of(directory)) {
      if (file.toString().endsWith(SUFFIX)) {
        read(file).filter(report -> isAt(report, server)).ifPresent(all::add);
      }
    }
    return all;
  }

  private Optional<Report> read(Path file) throws PortException {
    var look = Snapshot.of(file);
    var before = read.get(file);
    if (before != null && look.filter(before.look()::equals).isPresent()) {
      return before.report();
    }
    var report = AtomicFiles.read(file).flatMap(ReportJson::read);
    look.ifPresentOrElse(now -> read.put(file, new Read(now, report)), () -> read.remove(file));
    return report;
  }

  private static boolean isAt(Report report, EndpointUrl server) {
    return report.server().uri().equals(server.uri());
  }

  @Override
  public void save(Report report) throws PortException {
    AtomicFiles.writePrivate(file(report.server(), report.digest()), ReportJson.write(report));
  }

  private Path file(EndpointUrl server, String digest) {
    return directory.resolve(Fingerprint.of(server + " " + digest).shortText() + SUFFIX);
  }
}
