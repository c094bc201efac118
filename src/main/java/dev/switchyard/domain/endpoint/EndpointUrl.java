package dev.switchyard.domain.endpoint;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A server's base URL in its one normal form: scheme, host, port, no trailing slash, no `/v1`.
///
/// @param uri such as `http://localhost:11434`
/// @param strippedV1 whether the text ended in `/v1`, Ollama's OpenAI layer: Claude Code would then
///   ask for `/v1/v1/messages`
public record EndpointUrl(URI uri, boolean strippedV1) {
  /// Where Ollama listens unless it is told otherwise.
  public static final EndpointUrl DEFAULT =
      new EndpointUrl(URI.create("http://localhost:11434"), false);

  private static final Pattern FORM =
      Pattern.compile(
          "(?:(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://)?"
              + "(?<host>\\[[0-9A-Fa-f:.]+]|[0-9A-Fa-f]*:[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*|[A-Za-z0-9._-]*)"
              + "(?::(?<port>\\d{1,5}))?(?<path>/[A-Za-z0-9._~/-]*)?");

  /// Reads what a person or `OLLAMA_HOST` says, as Ollama's own client does: without a scheme it is
  /// http and port 11434, and the address of all interfaces means this machine.
  ///
  /// Source: Ollama `envconfig/config.go` and `ConnectableHost`.
  ///
  /// @return empty where it is not the address of a web server
  public static Optional<EndpointUrl> parse(String text) {
    var match = FORM.matcher(text.strip().replaceAll("^[\"']+|[\"']+$", ""));
    if (!match.matches()) {
      return Optional.empty();
    }
    var scheme = match.group("scheme");
    var host = connectable(match.group("host"));
    var port = match.group("port");
    var path = match.group("path") == null ? "" : match.group("path").replaceAll("/+$", "");
    var bare = scheme == null && port == null;
    var isOllamaCom = bare && host.equalsIgnoreCase("ollama.com");
    var used = scheme == null ? (isOllamaCom ? "https" : "http") : scheme.toLowerCase(Locale.ROOT);
    if (!used.equals("http") && !used.equals("https")) {
      return Optional.empty();
    }
    if (port != null && (Integer.parseInt(port) < 1 || Integer.parseInt(port) > 65535)) {
      return Optional.empty();
    }
    var colonPort = port != null ? ":" + port : bare && !isOllamaCom ? ":11434" : "";
    var stripped = path.endsWith("/v1");
    var kept = stripped ? path.substring(0, path.length() - 3).replaceAll("/+$", "") : path;
    return Optional.of(
        new EndpointUrl(URI.create(used + "://" + host + colonPort + kept), stripped));
  }

  private static String connectable(String host) {
    if (host.isEmpty() || host.equals("0.0.0.0")) {
      return "127.0.0.1";
    }
    var bracketed = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    return bracketed.equals("[::]") ? "[::1]" : bracketed;
  }

  /// Whether the host is this machine: `localhost`, `127.0.0.0/8`, `::1`.
  public boolean isLoopback() {
    var host = uri.getHost();
    return host != null && LoopbackHosts.contains(host);
  }

  @Override
  public String toString() {
    return uri.toString();
  }
}
