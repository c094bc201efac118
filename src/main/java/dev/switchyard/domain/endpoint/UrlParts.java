package dev.switchyard.domain.endpoint;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The parts of an address that a person wrote, each in its normal form.
///
/// Source: Ollama `envconfig/config.go` and `ConnectableHost` for what is completed; the WHATWG URL
/// standard, which Claude Code's runtime follows, for what a host may be.
///
/// @param port with its colon; empty where the scheme decides
/// @param path without a slash at the end
record UrlParts(String scheme, String host, String port, String path) {
  private static final Pattern FRAME =
      Pattern.compile(
          "(?:(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://)?(?<authority>[^/?#\\\\]*)(?<rest>.*)",
          Pattern.DOTALL);
  private static final Pattern AUTHORITY =
      Pattern.compile(
          "(?<host>\\[[^\\[\\]]*]|[0-9A-Fa-f]*:[0-9A-Fa-f]*:[0-9A-Fa-f:.]*|[^:\\[\\]]*)"
              + "(?<port>:.*)?");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+");

  /// What the standard takes for an IPv4 address, right or wrong: its last part is a number.
  private static final Pattern NUMBER =
      Pattern.compile("(?:.*\\.)?(?:[0-9]+|0[xX][0-9A-Fa-f]*)\\.?");

  private static final Pattern PATH =
      Pattern.compile("(?:/(?:[A-Za-z0-9._~!$&()*+,;=:@-]++|%[0-9A-Fa-f]{2})*+)*+");
  private static final Pattern DOTS =
      Pattern.compile("(?i)(?:.*/)?(?:\\.|%2e){1,2}(?:/.*)?", Pattern.DOTALL);

  /// The standards of 2003 and 2008 look different hosts up for them, and Java knows the older.
  private static final Pattern TWO_WAYS = Pattern.compile("[ßẞς\\u200c\\u200d]");

  private static final int LONGEST = 2_048;

  static UrlParts of(String text) throws PortException {
    var frame = FRAME.matcher(text.strip().replaceAll("^[\"']+|[\"']+$", "").strip());
    if (text.length() > LONGEST || !frame.matches()) {
      throw refused("endpoint.url.form", null);
    }
    var written = frame.group("authority");
    if (written.contains("@")) {
      throw refused("endpoint.url.user", null);
    }
    if (frame.group("rest").matches("(?s)[^?#]*[?#].*")) {
      throw refused("endpoint.url.query", null);
    }
    var authority = AUTHORITY.matcher(written);
    if (!authority.matches()) {
      throw refused("endpoint.url.host", null);
    }
    var port = port(authority.group("port"));
    boolean bare = frame.group("scheme") == null && port.isEmpty();
    boolean cloud = bare && authority.group("host").equalsIgnoreCase("ollama.com");
    return new UrlParts(
        scheme(frame.group("scheme"), cloud),
        host(authority.group("host")),
        bare && !cloud ? ":11434" : port,
        path(frame.group("rest")));
  }

  private static String scheme(@Nullable String written, boolean cloud) throws PortException {
    var scheme = written == null ? (cloud ? "https" : "http") : written.toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw refused("endpoint.url.scheme", null);
    }
    return scheme;
  }

  private static String port(@Nullable String written) throws PortException {
    if (written == null) {
      return "";
    }
    if (!written.matches(":[0-9]{1,5}")) {
      throw refused("endpoint.url.port", null);
    }
    int number = Integer.parseInt(written.substring(1));
    if (number < 1 || number > 65_535) {
      throw refused("endpoint.url.port", null);
    }
    return ":" + number;
  }

  private static String host(String written) throws PortException {
    if (written.isEmpty()) {
      return "127.0.0.1";
    }
    if (written.contains(":")) {
      return address(written.startsWith("[") ? written : "[" + written + "]");
    }
    var name = ascii(written);
    var address = HostAddress.parse(name);
    if (!NAME.matcher(name).matches() || address.isEmpty() && NUMBER.matcher(name).matches()) {
      throw refused("endpoint.url.host", null);
    }
    var host = address.map(HostAddress::text).orElse(name);
    // A server may listen on all addresses; nobody can ask all of them.
    return host.equals("0.0.0.0") ? "127.0.0.1" : host;
  }

  private static String address(String bracketed) throws PortException {
    if (bracketed.contains("%")) {
      throw refused("endpoint.url.zone", null);
    }
    if (HostAddress.parse(bracketed).isEmpty()) {
      throw refused("endpoint.url.host", null);
    }
    return bracketed.equals("[::]") ? "[::1]" : bracketed;
  }

  /// The form in which a name with letters beyond ASCII is looked up.
  private static String ascii(String name) throws PortException {
    if (name.chars().allMatch(letter -> letter < 128)) {
      return name;
    }
    if (TWO_WAYS.matcher(name).find()) {
      throw refused("endpoint.url.letters", null);
    }
    try {
      return IDN.toASCII(name, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      throw refused("endpoint.url.host", e);
    }
  }

  private static String path(String written) throws PortException {
    if (!PATH.matcher(written).matches() || DOTS.matcher(written).matches()) {
      throw refused("endpoint.url.path", null);
    }
    return written.replaceAll("/+$", "");
  }

  /// Without `/v1` at the end, however often it stands there.
  EndpointUrl url() throws PortException {
    var kept = path.replaceAll("(?:/++v1)++$", "");
    try {
      return new EndpointUrl(
          new URI(scheme + "://" + host + port + kept), kept.length() < path.length());
    } catch (URISyntaxException e) {
      // Of an IPv6 address Java's two readers do not take the same.
      throw refused("endpoint.url.host", e);
    }
  }

  /// The text itself is never told: it may hold a password.
  private static PortException refused(String key, @Nullable Throwable cause) {
    return new PortException(PortException.Kind.REFUSED, Message.of(key), cause);
  }
}
