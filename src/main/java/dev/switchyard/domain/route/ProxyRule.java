package dev.switchyard.domain.route;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whether a proxy variable would catch requests to an endpoint, and what keeps it from that.
///
/// Source: measured on Claude Code 2.1.330 with each variable alone. Every one of the six sends
/// requests for `http://localhost` to the proxy, in clear; `no_proxy` is asked before `NO_PROXY`;
/// entries are separated by commas or blanks, match a host and all below it, and may name a port.
final class ProxyRule {
  static final List<String> PROXY_VARIABLES =
      List.of("https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY");

  private final EffectiveSettings settings;

  ProxyRule(EffectiveSettings settings) {
    this.settings = settings;
  }

  /// The variable whose proxy would get the requests. A proxy on the way to an `https` endpoint
  /// sees nothing of them.
  Optional<String> catcher(BaseUrl endpoint) {
    if (!endpoint.isPlainHttp() || isExempt(endpoint)) {
      return Optional.empty();
    }
    return PROXY_VARIABLES.stream().filter(name -> settings.envValue(name).isPresent()).findFirst();
  }

  /// The list in force with the endpoint's host added, where it is needed.
  Optional<String> exemption(BaseUrl endpoint) {
    return catcher(endpoint)
        .map(_ ->
            Stream.concat(entries(), Stream.of(endpoint.host()))
                .distinct()
                .collect(Collectors.joining(",")));
  }

  boolean usesLowerCase() {
    return settings.envValue("no_proxy").isPresent();
  }

  private boolean isExempt(BaseUrl endpoint) {
    return entries().anyMatch(entry -> covers(entry.toLowerCase(Locale.ROOT), endpoint));
  }

  private Stream<String> entries() {
    return settings.firstEnvValue("no_proxy", "NO_PROXY").stream()
        .flatMap(list -> Arrays.stream(list.split("[,\\s]+", -1)))
        .filter(entry -> !entry.isEmpty());
  }

  private static boolean covers(String entry, BaseUrl endpoint) {
    if (entry.equals("*")) {
      return true;
    }
    var host = endpoint.host().toLowerCase(Locale.ROOT);
    var port = ":" + endpoint.port();
    var name = entry.endsWith(port) ? entry.substring(0, entry.length() - port.length()) : entry;
    var domain =
        name.startsWith("*.") ? name.substring(2) : name.startsWith(".") ? name.substring(1) : name;
    return host.equals(domain) || host.endsWith("." + domain);
  }
}
