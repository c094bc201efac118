package dev.switchyard.domain.route;

import dev.switchyard.domain.endpoint.HostAddress;
import dev.switchyard.domain.endpoint.LoopbackHosts;
import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An `ANTHROPIC_BASE_URL` as Claude Code understands it: white space around it, capitals, slashes
/// at the end and too many or too few behind the scheme do no harm; a scheme may be missing before
/// a name with a port, but not before an address; a host may hold an underscore or letters of any
/// script.
///
/// Source: measured on Claude Code 2.1.330, and the WHATWG URL standard that its runtime follows.
///
/// @param text as it stands in the settings, empty for Claude Code's own default
/// @param address what requests are sent to, empty where that is no web address
record BaseUrl(String text, Optional<Address> address) {
  private static final String CLOUD_DOMAIN = "anthropic.com";

  private static final Pattern FORM =
      Pattern.compile(
          "(?:(?<scheme>(?i)https?):[/\\\\]*(?:[^/?#\\\\]*@)?|(?=[A-Za-z][A-Za-z0-9+.-]*:\\d))"
              + "(?<host>\\[[0-9A-Fa-f:.]+]|[^\\s\\p{Cntrl}/?#\\\\@\\[\\]:<>^|]+)"
              + "(?::(?<port>\\d{0,5}))?(?<path>[/\\\\][^?#]*)?(?<query>[?#].*)?");

  /// A character of ASCII, written as its number.
  private static final Pattern ESCAPE = Pattern.compile("%([0-7][0-9A-Fa-f])");

  /// What no host may hold, also after decoding.
  private static final Pattern FORBIDDEN = Pattern.compile("[\\s\\p{Cntrl}/?#\\\\@\\[\\]:<>^|%]");

  /// Everything up to the last `@` before the path; where no path can be told, before the end.
  private static final Pattern USER = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*://)?.*@");

  private static final Pattern USER_OF_ADDRESS =
      Pattern.compile("^((?i)https?:[/\\\\]*)?[^/?#\\\\]*@");

  /// @param plain whether it is `http`
  /// @param host in lower case, with letters beyond ASCII in the form that is looked up, and IPv4
  ///   as four numbers; IPv6 without brackets
  /// @param query whether something follows the path, so that Claude Code's own path ends up in it
  record Address(boolean plain, String host, int port, String path, boolean query) {
    Address withoutSlash() {
      return new Address(plain, host, port, path.replaceAll("/+$", ""), query);
    }
  }

  static BaseUrl parse(String text) {
    var match = FORM.matcher(text.strip().replaceAll("[\\t\\r\\n]", ""));
    if (!match.matches()) {
      return new BaseUrl(text, Optional.empty());
    }
    boolean plain = !"https".equalsIgnoreCase(match.group("scheme"));
    var port = Optional.ofNullable(match.group("port")).filter(digits -> !digits.isEmpty());
    int number = port.map(Integer::parseInt).orElse(plain ? 80 : 443);
    var path = Optional.ofNullable(match.group("path")).orElse("");
    boolean query = match.group("query") != null;
    return new BaseUrl(
        text,
        lookedUp(match.group("host"))
            .filter(_ -> number <= 65_535)
            .map(host -> new Address(plain, host, number, path, query)));
  }

  /// Without a user name and password, which may stand before the host.
  String shown() {
    var user = address.isPresent() ? USER_OF_ADDRESS : USER;
    return user.matcher(text.strip())
        .replaceFirst(
            match -> Optional.ofNullable(match.group(1)).orElse("") + EffectiveRoute.HIDDEN + "@");
  }

  Destination destination() {
    if (text.isBlank()) {
      return Destination.CLOUD;
    }
    return address.map(Address::host).map(BaseUrl::destinationOf).orElse(Destination.UNUSABLE);
  }

  /// Whether requests arrive at the same place, however the address is written.
  boolean leadsWhere(BaseUrl other) {
    return address.map(Address::withoutSlash).equals(other.address.map(Address::withoutSlash));
  }

  /// Claude Code appends `/v1/messages` itself.
  boolean endsInV1() {
    return address.map(Address::path).map(path -> path.matches(".*/v1/*")).orElse(false);
  }

  /// A query or a fragment swallows the path that Claude Code appends.
  boolean swallowsPath() {
    return address.map(Address::query).orElse(false);
  }

  boolean isPlainHttp() {
    return address.map(Address::plain).orElse(false);
  }

  String host() {
    return address.map(Address::host).orElse("");
  }

  int port() {
    return address.map(Address::port).orElse(-1);
  }

  private static Destination destinationOf(String host) {
    if (LoopbackHosts.contains(host)) {
      return Destination.LOCAL;
    }
    return host.equals(CLOUD_DOMAIN) || host.endsWith("." + CLOUD_DOMAIN)
        ? Destination.CLOUD
        : Destination.OTHER;
  }

  private static String decoded(String host) {
    return ESCAPE
        .matcher(host)
        .replaceAll(escape ->
            Matcher.quoteReplacement(Character.toString(Integer.parseInt(escape.group(1), 16))));
  }

  private static Optional<String> lookedUp(String host) {
    if (host.startsWith("[")) {
      return HostAddress.parse(host).map(_ -> host.substring(1, host.length() - 1));
    }
    try {
      var name = IDN.toASCII(decoded(host), IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
      return Optional.of(HostAddress.parse(name).map(HostAddress::text).orElse(name))
          .filter(found -> FORBIDDEN.matcher(found).results().findAny().isEmpty())
          .filter(found -> !found.isEmpty());
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
