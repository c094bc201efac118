package dev.switchyard.domain.route;

import dev.switchyard.domain.endpoint.HostAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whether a proxy variable would catch requests to an endpoint, and what keeps it from that.
///
/// Source: measured on Claude Code 2.1.330 with each variable alone. Every one of the six sends
/// requests for `http://localhost` to the proxy, in clear, but `all_proxy` only with an `http`
/// proxy; `no_proxy` is asked before `NO_PROXY`; entries are separated by commas or blanks, match a
/// host and all below it, may name a port, and may be a network such as `127.0.0.0/8`.
public final class ProxyRule {
  public static final List<String> PROXY_VARIABLES =
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
    return PROXY_VARIABLES.stream().filter(this::isUsed).findFirst();
  }

  /// The variable with which Claude Code does not even start: one that is no address of a proxy.
  Optional<String> unusable() {
    return PROXY_VARIABLES.stream()
        .filter(name -> !isForAll(name) && settings.envValue(name).isPresent())
        .findFirst()
        .filter(name -> !settings.envValue(name).orElse("").contains("://"));
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

  /// Of a proxy for all protocols one of another kind, such as SOCKS, is passed over. One without a
  /// scheme is used.
  private boolean isUsed(String name) {
    return settings
        .envValue(name)
        .map(proxy -> proxy.toLowerCase(Locale.ROOT))
        .filter(proxy -> !isForAll(name) || proxy.startsWith("http") || !proxy.contains("://"))
        .isPresent();
  }

  private static boolean isForAll(String name) {
    return name.equalsIgnoreCase("all_proxy");
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
    var port = ":" + endpoint.port();
    var name = entry.endsWith(port) ? entry.substring(0, entry.length() - port.length()) : entry;
    var address = HostAddress.parse(endpoint.host());
    return address.isPresent()
        ? coversAddress(name, address.get()) || coversAddress(entry, address.get())
        : coversName(name, endpoint.host().replaceFirst("\\.$", ""));
  }

  private static boolean coversName(String entry, String host) {
    var domain = entry.replaceFirst("^(?:\\*?\\.)", "");
    return host.equals(domain) || host.endsWith("." + domain);
  }

  private static boolean coversAddress(String entry, HostAddress address) {
    var parts = entry.split("/", 2);
    var network = HostAddress.parse(parts[0]);
    if (network.isEmpty() || parts.length > 1 && !parts[1].matches("\\d{1,3}")) {
      return false;
    }
    return parts.length > 1
        ? address.isIn(network.get(), Integer.parseInt(parts[1]))
        : address.equals(network.get());
  }
}
