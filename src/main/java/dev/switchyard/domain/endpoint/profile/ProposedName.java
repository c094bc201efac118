package dev.switchyard.domain.endpoint.profile;

import dev.switchyard.domain.endpoint.EndpointKind;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.HostAddress;
import java.util.Optional;
import java.util.Set;

/// What an endpoint may be called until the person calls it otherwise: after its host, and on this
/// machine, where all have the same, after what it is.
public final class ProposedName {
  private static final int LONGEST = 56;

  private ProposedName() {}

  /// @param kind empty where it is not known
  /// @param taken names that others have
  public static String of(EndpointUrl url, Optional<EndpointKind> kind, Set<String> taken) {
    var name = url.isLoopback() ? ofKind(url.port(), kind) : ofHost(url.host());
    var proposed = name;
    for (int number = 2; taken.contains(proposed); number++) {
      proposed = name + "-" + number;
    }
    return proposed;
  }

  private static String ofKind(int port, Optional<EndpointKind> kind) {
    var word = kind.map(EndpointKind::id).orElse("local");
    return kind.filter(known -> known.port() == port).isPresent() ? word : word + "-" + port;
  }

  private static String ofHost(String host) {
    // The first part of a name tells machines of one network apart; of an address all of it does.
    var first = HostAddress.parse(host).isPresent() ? host : host.replaceFirst("\\..*", "");
    var plain = first.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[._-]+|[._-]+$", "");
    return plain.isEmpty() ? "endpoint" : plain.substring(0, Math.min(LONGEST, plain.length()));
  }
}
