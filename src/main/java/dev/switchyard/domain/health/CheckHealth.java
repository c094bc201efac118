package dev.switchyard.domain.health;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.PortException.Kind;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.health.HealthLine.Heard;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.probe.MessagesEndpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/// The use case that finds out how endpoints are, all at once. Unless a first token is wished for
/// no model computes anything and none is loaded.
public final class CheckHealth {
  private final HealthLine.Opener lines;
  private final AskFirstToken firstToken;
  private final SideBySide side;
  private final HealthLimits limits;

  /// @param messages where a model is asked for its first token
  /// @param servers tell which models are loaded
  public CheckHealth(
      HealthLine.Opener lines,
      MessagesEndpoint messages,
      Function<EndpointUrl, ModelServer> servers,
      SideBySide side,
      HealthLimits limits) {
    this.lines = lines;
    this.firstToken = new AskFirstToken(messages, servers, limits.firstToken());
    this.side = side;
    this.limits = limits;
  }

  /// What one of the endpoints is known to be by now.
  private record Told(int at, Health health) {}

  /// Blocks until every one has answered or its time is up.
  ///
  /// @param news told on the calling thread of each row as more of it is known; the last of each is
  ///   complete
  /// @return a row for each, in the order in which they were given
  /// @throws PortException CANCELLED, when all connections are closed again
  public List<Health> check(
      List<HealthSubject> subjects, Consumer<? super Health> news, Cancellation cancellation)
      throws PortException {
    var rows = new ArrayList<>(subjects.stream().map(one -> new HealthRow(one).soFar()).toList());
    side.<Told>run(
        IntStream.range(0, subjects.size())
            .<SideBySide.Work<Told>>mapToObj(at ->
                tell ->
                    check(
                        subjects.get(at),
                        health -> tell.accept(new Told(at, health)),
                        cancellation))
            .toList(),
        told -> {
          rows.set(told.at(), told.health());
          news.accept(told.health());
        });
    return List.copyOf(rows);
  }

  private void check(
      HealthSubject subject, Consumer<? super Health> tell, Cancellation cancellation)
      throws PortException {
    var row = new HealthRow(subject);
    try (var line = lines.open(subject)) {
      ask(row, new Conversation(line, limits.answer(), cancellation), subject, tell);
    } catch (PortException e) {
      if (e.kind() == Kind.CANCELLED) {
        throw e;
      }
      row.reach = Known.unknown(e.text());
      tell.accept(row.without(e.text()));
      return;
    }
    if (!row.soFar().isComplete()) {
      row.firstToken = firstToken.ask(row.soFar(), cancellation);
      tell.accept(row.soFar());
    }
  }

  private static void ask(
      HealthRow row,
      Conversation conversation,
      HealthSubject subject,
      Consumer<? super Health> tell)
      throws PortException {
    switch (conversation.get(MeasureLatency.path(subject.kind()))) {
      case Heard.Failed(var obstacle) -> {
        row.reach = Known.of(new Reach.Blocked(obstacle));
        tell.accept(row.without(Message.of("endpoint.health.not-reached", subject.name())));
      }
      case Heard.Answered first -> {
        row.reach = Known.of(new Reach.Answers());
        tell.accept(row.soFar());
        row.latency = MeasureLatency.of(subject, first, conversation);
        var models = new AskForModels(subject, conversation);
        var list = models.list();
        row.listed = list.map(ListedModels::names);
        row.models = models.presence(list);
        var door = new AskAtDoor(subject, conversation).ask();
        row.admission = door.admission();
        row.speaksMessages = door.speaksMessages();
        tell.accept(row.soFar());
      }
    }
  }
}
