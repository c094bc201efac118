package dev.switchyard.domain.capability;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointUrl;
import java.util.List;
import java.util.Optional;

/// Port: the last report of each build of a model on each server, kept between runs.
public interface ReportStore {
  /// Empty also where what stands there is of no use any more.
  Optional<Report> find(EndpointUrl server, String digest) throws PortException;

  /// Those of all models of a server, also of builds that are gone; in no order.
  List<Report> all(EndpointUrl server) throws PortException;

  /// Takes the place of the earlier one of the same model on the same server.
  void save(Report report) throws PortException;
}
