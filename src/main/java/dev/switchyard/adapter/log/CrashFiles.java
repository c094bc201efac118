package dev.switchyard.adapter.log;

import dev.switchyard.adapter.file.AtomicFiles;
import dev.switchyard.adapter.file.Listing;
import dev.switchyard.adapter.file.PrivateFolder;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.log.CrashReports;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Crash reports as files beside the log, a file each; the newest are kept.
public final class CrashFiles implements CrashReports.Store {
  static final int KEPT = 10;

  private static final String PREFIX = "crash-";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

  private final Path folder;
  private final Clock clock;

  public CrashFiles(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  @Override
  public Optional<Path> keep(String report) {
    var now = clock.instant();
    var file = folder.resolve(PREFIX + TIME.format(now) + ".txt");
    try {
      PrivateFolder.create(folder);
      AtomicFiles.writePrivate(
          file, "%s%n%s".formatted(now, report).getBytes(StandardCharsets.UTF_8));
      removeOldest();
      return Optional.of(file);
    } catch (PortException _) {
      return Optional.empty();
    }
  }

  private void removeOldest() throws PortException {
    List<Path> reports =
        Listing.of(folder).stream()
            .filter(file -> file.getFileName().toString().startsWith(PREFIX))
            .sorted(Comparator.reverseOrder())
            .toList();
    for (var old : reports.stream().skip(KEPT).toList()) {
      AtomicFiles.delete(old);
    }
  }
}
