package dev.switchyard.domain.capability;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointUrl;
import java.util.Optional;

/// Port: the last report of each model on each server, kept between runs.
public interface ReportStore {
  /// Empty also where what stands there is of no use any more.
  Optional<Report> find(EndpointUrl server, String digest) throws PortException;

  /// Takes the place of the earlier one of the same model on the same server.
  void save(Report report) throws PortException;
}
