package dev.switchyard.domain.health;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.endpoint.EndpointUrl;

/// Why an address could not be asked over HTTP.
public enum Obstacle {
  /// The machine is there, and nobody listens at the port.
  REFUSED("refused"),
  NO_SUCH_HOST("no-such-host"),
  NO_ROUTE("no-route"),
  /// Nothing came in time, be it the connection or the answer.
  TIMEOUT("timeout"),
  /// The connection was ended before the answer was.
  BROKE_OFF("broke-off"),
  NOT_HTTP("not-http"),
  /// No authority that is trusted vouches for the certificate.
  TLS_AUTHORITY("tls-unknown-authority"),
  TLS_EXPIRED("tls-expired"),
  TLS_NOT_YET("tls-not-yet-valid"),
  /// The certificate is another host's.
  TLS_HOST("tls-wrong-host"),
  /// What answers there speaks no TLS.
  TLS_NONE("tls-none"),
  TLS_FAILED("tls-failed"),
  /// A proxy that is set for this machine does not let through.
  PROXY("proxy");

  private final String id;

  Obstacle(String id) {
    this.id = id;
  }

  /// As scripts name it.
  public String id() {
    return id;
  }

  /// What it means, and what to do next.
  public Message text(EndpointUrl url) {
    return Message.of("endpoint.obstacle." + id, url.toString());
  }
}
