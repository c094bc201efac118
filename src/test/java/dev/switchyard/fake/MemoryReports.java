package dev.switchyard.fake;

import dev.switchyard.domain.capability.Report;
import dev.switchyard.domain.capability.ReportStore;
import dev.switchyard.domain.endpoint.EndpointUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Keeps reports for the time of a test.
public final class MemoryReports implements ReportStore {
  public final List<Report> saved = new ArrayList<>();

  @Override
  public Optional<Report> find(EndpointUrl server, String digest) {
    return saved.reversed().stream()
        .filter(report -> report.server().equals(server) && report.digest().equals(digest))
        .findFirst();
  }

  @Override
  public List<Report> all(EndpointUrl server) {
    return saved.stream().filter(report -> report.server().equals(server)).toList();
  }

  @Override
  public void save(Report report) {
    saved.add(report);
  }
}
