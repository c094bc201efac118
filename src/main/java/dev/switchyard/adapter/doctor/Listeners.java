package dev.switchyard.adapter.doctor;

import dev.switchyard.domain.endpoint.EndpointUrl;
import java.util.List;
import oshi.SystemInfo;
import oshi.software.os.InternetProtocolStats.IPConnection;
import oshi.software.os.InternetProtocolStats.TcpState;

/// What of this machine waits for connections.
final class Listeners {
  private Listeners() {}

  /// At the address' port, whatever its host.
  static List<IPConnection> at(EndpointUrl url) {
    return new SystemInfo()
        .getOperatingSystem().getInternetProtocolStats().getConnections().stream()
            .filter(one -> one.getState() == TcpState.LISTEN && one.getLocalPort() == url.port())
            .toList();
  }
}
