package dev.switchyard.domain.work;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.work.WorkLog.News;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/// The use case that follows what servers are doing for those who wait for their answers. It asks
/// no server: only what their logs have got is read, so that it may be called every few seconds.
/// Blocks. Safe for use by several threads.
public final class FollowWork {
  private final Function<EndpointUrl, WorkLog> logs;
  private final Map<EndpointUrl, Followed> servers = new HashMap<>();

  /// @param logs the log of the server at an address of this machine
  public FollowWork(Function<EndpointUrl, WorkLog> logs) {
    this.logs = logs;
  }

  /// @return unknown for a server on another machine, and where its log cannot be read; versions
  ///   before 0.30 log nothing of their work and seem to rest
  public synchronized Known<RequestStage> look(EndpointUrl server) {
    return server.isLoopback()
        ? followed(server).look()
        : Known.unknown(Message.of("truth.unknown.elsewhere"));
  }

  /// The server has just been started.
  public synchronized void started(EndpointUrl server) {
    if (server.isLoopback()) {
      followed(server).log.lookAgain();
    }
  }

  private Followed followed(EndpointUrl server) {
    return servers.computeIfAbsent(server, url -> new Followed(logs.apply(url)));
  }

  private static final class Followed {
    private final WorkLog log;
    private LoggedWork work = new LoggedWork();

    Followed(WorkLog log) {
      this.log = log;
    }

    Known<RequestStage> look() {
      return switch (log.read()) {
        case Known.Unknown<News>(var reason) -> {
          work = new LoggedWork();
          yield Known.unknown(reason);
        }
        case Known.Value<News>(var news) -> {
          if (news.anew()) {
            work = new LoggedWork();
          }
          news.lines().forEach(work::take);
          yield Known.of(work.stage());
        }
      };
    }
  }
}
