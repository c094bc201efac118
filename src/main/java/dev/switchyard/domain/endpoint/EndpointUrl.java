package dev.switchyard.domain.endpoint;

import java.net.URI;

/// A server's base URL in its one normal form: scheme, host, port, no trailing slash, no `/v1`.
///
/// @param uri such as `http://localhost:11434`
/// @param strippedV1 whether the text ended in `/v1`, Ollama's OpenAI layer: Claude Code would then ask for
///     `/v1/v1/messages`
public record EndpointUrl(URI uri, boolean strippedV1) {
  /// Whether the host is this machine: `localhost`, `127.0.0.0/8`, `::1`.
  public boolean isLoopback() {
    var host = uri.getHost();
    return host != null
        && (host.equalsIgnoreCase("localhost")
            || host.startsWith("127.")
            || host.equals("[::1]")
            || host.equals("::1"));
  }

  @Override
  public String toString() {
    return uri.toString();
  }
}
