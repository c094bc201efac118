package dev.switchyard.domain.whereabouts;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.endpoint.EndpointUrl;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Where Claude Code runs, as it matters for the way to a server.
///
/// @param hosts the addresses by which the machine below it may be reached, the most likely first
public record Place(Kind kind, List<String> hosts) {
  public Place {
    hosts = List.copyOf(hosts);
  }

  /// What makes a difference.
  public enum Kind {
    /// A machine of its own.
    MACHINE("machine"),
    /// WSL 2 with a network of its own.
    WSL("wsl"),
    /// WSL that shares the network of Windows.
    WSL_SHARED("wsl-shared"),
    CONTAINER("container"),
    /// A container of GitHub's, far from any machine of the person's.
    CODESPACE("codespace"),
    /// A machine that somebody is on over SSH.
    SSH("ssh");

    private final String id;

    Kind(String id) {
      this.id = id;
    }

    /// As scripts name it.
    public String id() {
      return id;
    }

    public static Optional<Kind> of(String id) {
      return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
    }

    /// What kind of place this is, in a sentence.
    public Message text() {
      return Message.of("reach.place." + id);
    }
  }

  /// An address under which a server may be seen.
  ///
  /// @param reason why it may be
  public record Candidate(EndpointUrl url, Message reason) {}

  /// In the order in which they are worth a try. No network is searched: only this place itself and
  /// the machine right below it.
  ///
  /// @param port of the server
  public List<Candidate> candidates(int port) {
    var all = new ArrayList<Candidate>();
    add(all, "127.0.0.1", port, Message.of("reach.candidate.loopback-" + kind.id()));
    if (kind == Kind.CONTAINER) {
      add(all, "host.docker.internal", port, Message.of("reach.candidate.docker"));
      add(all, "host.containers.internal", port, Message.of("reach.candidate.podman"));
    }
    for (var host : hosts) {
      add(all, host, port, Message.of("reach.candidate.host-" + kind.id()));
    }
    return all;
  }

  private static void add(List<Candidate> all, String host, int port, Message reason) {
    EndpointUrl.parse("http://%s:%d".formatted(host, port))
        .ifPresent(url -> all.add(new Candidate(url, reason)));
  }
}
