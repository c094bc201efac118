package dev.switchyard.ui.endpoint;

import dev.switchyard.domain.endpoint.EndpointKind;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.profile.EndpointProfile;
import dev.switchyard.domain.endpoint.profile.TokenSource;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One row of the table.
///
/// @param profile what the person has said of it; empty for a server that the panel uses without
///   having been told its name
/// @param standard whether it is the Ollama that the panel begins with
/// @param ofPanel whether it is the one that the panel's other screens are about
public record EndpointRow(
    EndpointUrl url, Optional<EndpointProfile> profile, boolean standard, boolean ofPanel) {
  /// The Ollama that the panel begins with, the server that it uses now where that is another one,
  /// and all that the person has named.
  static List<EndpointRow> all(PanelServers servers, List<EndpointProfile> profiles) {
    var rows = new ArrayList<EndpointRow>();
    rows.add(row(servers, servers.standard(), at(profiles, servers.standard().uri())));
    var current = servers.current();
    if (!isAt(servers.standard(), current) && at(profiles, current.uri()).isEmpty()) {
      rows.add(row(servers, current, Optional.empty()));
    }
    for (var profile : profiles) {
      if (rows.getFirst().profile().filter(profile::equals).isEmpty()) {
        rows.add(row(servers, profile.url(), Optional.of(profile)));
      }
    }
    return List.copyOf(rows);
  }

  private static EndpointRow row(
      PanelServers servers, EndpointUrl url, Optional<EndpointProfile> profile) {
    return new EndpointRow(
        url, profile, isAt(servers.standard(), url), isAt(servers.current(), url));
  }

  private static boolean isAt(EndpointUrl one, EndpointUrl other) {
    return one.uri().equals(other.uri());
  }

  private static Optional<EndpointProfile> at(List<EndpointProfile> profiles, URI uri) {
    return profiles.stream().filter(profile -> profile.url().uri().equals(uri)).findFirst();
  }

  public Optional<String> name() {
    return profile.map(EndpointProfile::name);
  }

  /// A name for where one has to stand: the kind's where none was given.
  public String title() {
    return name().orElseGet(() -> kind().product());
  }

  public EndpointKind kind() {
    return profile.map(EndpointProfile::kind).orElse(EndpointKind.OLLAMA);
  }

  public TokenSource token() {
    return profile.map(EndpointProfile::token).orElseGet(TokenSource.None::new);
  }

  /// Whether what is sent there leaves this machine.
  public boolean leavesMachine() {
    return !url.isLoopback();
  }

  /// Whether others on the way can read what is sent there.
  public boolean isUnencrypted() {
    return leavesMachine() && "http".equals(url.uri().getScheme());
  }

  /// Whether it is the row of the same endpoint, whatever else about it has changed.
  boolean isSameAs(EndpointRow other) {
    return name().equals(other.name()) && isAt(url, other.url);
  }
}
