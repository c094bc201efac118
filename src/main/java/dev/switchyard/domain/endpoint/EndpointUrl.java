package dev.switchyard.domain.endpoint;

import dev.switchyard.domain.PortException;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/// A server's base URL in its one normal form: scheme, host, port, no trailing slash, no `/v1`.
///
/// @param uri such as `http://localhost:11434`
/// @param strippedV1 whether the text ended in `/v1`, Ollama's OpenAI layer: Claude Code would then
///   ask for `/v1/v1/messages`
public record EndpointUrl(URI uri, boolean strippedV1) {
  private static final Pattern PORT = Pattern.compile(":([0-9]+)$");

  /// Where Ollama listens unless it is told otherwise.
  public static final EndpointUrl DEFAULT =
      new EndpointUrl(URI.create("http://localhost:11434"), false);

  /// Reads what a person or `OLLAMA_HOST` says, as Ollama's own client does: without a scheme it is
  /// http and port 11434, and the address of all interfaces means this machine.
  ///
  /// Source: Ollama `envconfig/config.go` and `ConnectableHost`.
  ///
  /// @return empty where it is not the address of a web server
  public static Optional<EndpointUrl> parse(String text) {
    try {
      return Optional.of(read(text));
    } catch (PortException _) {
      return Optional.empty();
    }
  }

  /// As [#parse]. What comes out is read as itself again.
  ///
  /// @throws PortException REFUSED with what is wrong, and never with the text, which may hold a
  ///   password
  public static EndpointUrl read(String text) throws PortException {
    return UrlParts.of(text).url();
  }

  /// Whether the host is this machine: `localhost`, `127.0.0.0/8`, `::1`.
  public boolean isLoopback() {
    return LoopbackHosts.contains(host());
  }

  /// Whether both are one base URL, however host and port are written; a name and its address are
  /// not.
  public boolean isSameAs(EndpointUrl other) {
    return uri.getScheme().equals(other.uri.getScheme())
        && host().equalsIgnoreCase(other.host())
        && port() == other.port()
        && uri.getRawPath().equals(other.uri.getRawPath());
  }

  /// The name or the address, IPv6 in brackets. Not [URI#getHost()], which knows no host with an
  /// underscore: two such hosts would be one, and one's token would go to the other.
  public String host() {
    return PORT.matcher(uri.getRawAuthority()).replaceFirst("");
  }

  /// The TCP port, also where the address leaves it out.
  public int port() {
    var written = PORT.matcher(uri.getRawAuthority());
    if (written.find()) {
      return Integer.parseInt(written.group(1));
    }
    return "https".equals(uri.getScheme()) ? 443 : 80;
  }

  @Override
  public String toString() {
    return uri.toString();
  }
}
