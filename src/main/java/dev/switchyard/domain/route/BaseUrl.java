package dev.switchyard.domain.route;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// An `ANTHROPIC_BASE_URL` as Claude Code understands it: white space around it, capitals, a
/// trailing slash and a missing scheme do no harm.
///
/// @param text as it stands in the settings, empty for Claude Code's own default
/// @param uri what requests are sent to, empty where that is no web address
record BaseUrl(String text, Optional<URI> uri) {
  private static final String CLOUD_DOMAIN = "anthropic.com";

  static BaseUrl parse(String text) {
    var stripped = text.strip();
    var complete = stripped.contains("://") ? stripped : "http://" + stripped;
    try {
      var uri = URI.create(complete);
      var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      boolean usable = List.of("http", "https").contains(scheme) && uri.getHost() != null;
      // Claude Code turns a JSON null into this text and then refuses it.
      return new BaseUrl(
          text, usable && !stripped.equals("null") ? Optional.of(uri) : Optional.empty());
    } catch (IllegalArgumentException _) {
      return new BaseUrl(text, Optional.empty());
    }
  }

  /// Without a user name and password, which may stand before the host.
  String shown() {
    return text.strip().replaceFirst("//[^/@]*@", "//" + EffectiveRoute.HIDDEN + "@");
  }

  Destination destination() {
    if (text.isBlank()) {
      return Destination.CLOUD;
    }
    return uri.map(URI::getHost).map(BaseUrl::destinationOf).orElse(Destination.UNUSABLE);
  }

  /// Claude Code appends `/v1/messages` itself.
  boolean endsInV1() {
    return uri.map(URI::getPath).map(path -> path.matches(".*/v1/*")).orElse(false);
  }

  boolean isPlainHttp() {
    return uri.map(address -> address.getScheme().equalsIgnoreCase("http")).orElse(false);
  }

  String host() {
    return uri.map(URI::getHost).map(BaseUrl::withoutBrackets).orElse("");
  }

  int port() {
    return uri.map(address -> address.getPort() >= 0 ? address.getPort() : isPlainHttp() ? 80 : 443)
        .orElse(-1);
  }

  private static Destination destinationOf(String host) {
    var name = withoutBrackets(host).toLowerCase(Locale.ROOT);
    if (name.equals("localhost") || name.startsWith("127.") || name.equals("::1")) {
      return Destination.LOCAL;
    }
    return name.equals(CLOUD_DOMAIN) || name.endsWith("." + CLOUD_DOMAIN)
        ? Destination.CLOUD
        : Destination.OTHER;
  }

  private static String withoutBrackets(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }
}
