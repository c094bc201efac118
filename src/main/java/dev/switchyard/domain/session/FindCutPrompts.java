package dev.switchyard.domain.session;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.reply.CutPrompt;
import dev.switchyard.domain.reply.CutRules;
import dev.switchyard.domain.reply.Reply;
import dev.switchyard.domain.reply.ReplyJournal;
import dev.switchyard.domain.route.EffectiveRoute;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// The use case that looks whether a server has cut the prompts of a running session. A reply is
/// judged once, by the context that its model is served with then; between replies nothing is
/// asked.
public final class FindCutPrompts {
  private final ReplyJournal journal;
  private final Function<EndpointUrl, ModelServer> servers;
  private final Map<String, Judged> judged = new ConcurrentHashMap<>();

  private record Judged(Reply last, Optional<CutPrompt> cut) {}

  /// @param servers speaks to the server at an address
  public FindCutPrompts(ReplyJournal journal, Function<EndpointUrl, ModelServer> servers) {
    this.journal = journal;
    this.servers = servers;
  }

  /// The last prompt of a session that was cut, as long as its conversation goes on from there.
  ///
  /// @return empty also where nothing can be known: without notes, without a context length, in the
  ///   cloud
  public Optional<CutPrompt> in(SessionReport report) {
    var folder = report.session().folder().toOptional();
    var id = report.session().id().toOptional();
    var server = report.route().follows().toOptional().flatMap(this::server);
    if (folder.isEmpty() || id.isEmpty() || server.isEmpty()) {
      return Optional.empty();
    }
    try {
      return in(folder.get(), id.get(), server.get());
    } catch (PortException _) {
      // Without the notes or the server nothing can be said; both say so elsewhere.
      return Optional.empty();
    }
  }

  private Optional<ModelServer> server(EffectiveRoute route) {
    return route.destination().leavesCloud()
        ? EndpointUrl.parse(route.baseUrl()).map(servers)
        : Optional.empty();
  }

  private Optional<CutPrompt> in(Path folder, String id, ModelServer server) throws PortException {
    var replies = journal.latest(folder, id);
    if (replies.isEmpty()) {
      return Optional.empty();
    }
    var last = replies.getLast();
    var known = judged.get(id);
    if (known != null && known.last().equals(last)) {
      return known.cut();
    }
    var cut = judge(replies, server);
    judged.put(id, new Judged(last, cut));
    return cut;
  }

  private static Optional<CutPrompt> judge(List<Reply> replies, ModelServer server)
      throws PortException {
    return ServedContext.of(server, replies.getLast().model())
        .flatMap(tokens -> CutRules.last(replies, tokens));
  }
}
