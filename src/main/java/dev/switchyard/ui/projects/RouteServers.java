package dev.switchyard.ui.projects;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.route.LocalTargets;
import java.util.List;

/// The servers that a local route may lead to: the one in use, and the endpoints that the person
/// has named.
public interface RouteServers {
  /// The name of the server in use.
  String IN_USE = "";

  /// @param name of an endpoint, or [#IN_USE]
  /// @param url as the person knows it
  record Named(String name, String url) {}

  /// The server in use first.
  List<Named> all();

  /// @throws PortException MISSING where no endpoint has that name
  LocalTargets targets(String name) throws PortException;

  /// What the server has; asks it.
  ///
  /// @throws PortException as [#targets], and what asking the server gives
  List<String> models(String name) throws PortException;
}
