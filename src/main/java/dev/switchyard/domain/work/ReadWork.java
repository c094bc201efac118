package dev.switchyard.domain.work;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.Version;
import dev.switchyard.domain.truth.Runners;
import dev.switchyard.domain.truth.ServerLog;

/// The use case that looks what a server is doing for those who wait for its answer. Blocks.
public final class ReadWork {
  /// The first that runs models in llama-server, whose log tells.
  public static final Version FIRST = Version.of(0, 30, 0);

  private final EndpointUrl server;
  private final FollowWork follow;
  private final Runners runners;
  private final ServerLog log;

  /// @param runners and their log tell where the server's own is no file, such as a service's
  public ReadWork(EndpointUrl server, FollowWork follow, Runners runners, ServerLog log) {
    this.server = server;
    this.follow = follow;
    this.runners = runners;
    this.log = log;
  }

  /// @param version the server's
  /// @return unknown for a server on another machine or before 0.30, and where no process or log of
  ///   one can be seen
  public Known<RequestStage> read(Version version) {
    if (!server.isLoopback()) {
      return Known.unknown(Message.of("truth.unknown.elsewhere"));
    }
    if (version.compareTo(FIRST) < 0) {
      return Known.unknown(Message.of("work.unknown.old", version.toString(), FIRST.toString()));
    }
    var followed = follow.look(server);
    return followed.toOptional().isPresent() || !isService() ? followed : ofRunners();
  }

  /// Whether it may be one that the system runs, whose process shows nothing. At another address a
  /// runner that is seen may be any server's.
  private boolean isService() {
    return server.port() == EndpointUrl.DEFAULT.port();
  }

  private Known<RequestStage> ofRunners() {
    try {
      return runners.running().stream()
          .findFirst()
          .map(runner -> log.end(runner).map(LoggedWork::stage))
          .orElseGet(() -> Known.unknown(Message.of("truth.unknown.noRunner")));
    } catch (PortException e) {
      return Known.unknown(e.text());
    }
  }
}
