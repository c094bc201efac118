package dev.switchyard.domain.localonly;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.HostAddress;
import dev.switchyard.domain.endpoint.LoopbackHosts;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// What a project's requests may reach: this machine, and some hosts.
///
/// What listens on this machine may still pass requests on, as a tunnel or a gateway does; that
/// cannot be seen from here.
///
/// @param hosts each in its one normal form, in the order of the alphabet
public record LocalOnly(List<String> hosts) {
  private static final Pattern OF_CLOUD = Pattern.compile("(?i).*:(?:[^:/]*-)?cloud");

  /// A name, or an address as it stands in a URL.
  private static final Pattern NO_PORT = Pattern.compile("[^:/\\[\\]]+|\\[[^\\[\\]/]+]");

  /// This machine alone.
  public static final LocalOnly MACHINE = new LocalOnly(List.of());

  /// @param written names or addresses as a person writes them, without port
  /// @throws PortException REFUSED where one is neither
  public static LocalOnly allowing(Collection<String> written) throws PortException {
    var hosts = new TreeSet<String>();
    for (var one : written) {
      hosts.add(normal(one));
    }
    return new LocalOnly(List.copyOf(hosts));
  }

  /// @param host as an address names it, IPv6 with or without brackets
  public boolean allows(String host) {
    return LoopbackHosts.contains(host) || hosts.contains(plain(host));
  }

  /// Whether Ollama would pass this model's requests on to its own cloud, as far as the name tells.
  ///
  /// Source: Ollama's library: models of its cloud have the tag `cloud`, or one that ends in
  /// `-cloud`.
  public static boolean isOfOllamasCloud(String model) {
    return OF_CLOUD.matcher(model.strip()).matches();
  }

  private static String normal(String written) throws PortException {
    var text = written.strip();
    boolean bareSixth = !text.startsWith("[") && text.indexOf(':') != text.lastIndexOf(':');
    if (!bareSixth && !NO_PORT.matcher(text).matches()) {
      throw refused(written);
    }
    try {
      return plain(EndpointUrl.read("http://" + (bareSixth ? "[" + text + "]" : text)).host());
    } catch (PortException e) {
      throw new PortException(PortException.Kind.REFUSED, refused(written).text(), e);
    }
  }

  /// In lower case without brackets or a dot at the end, an address in its usual form.
  private static String plain(String host) {
    return HostAddress.parse(host)
        .map(HostAddress::text)
        .orElseGet(() -> host.toLowerCase(Locale.ROOT).replaceFirst("\\.$", ""));
  }

  private static PortException refused(String written) {
    return new PortException(
        PortException.Kind.REFUSED, Message.of("local-only.host-form", written));
  }
}
