package dev.switchyard.cli;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.endpoint.profile.EndpointProfile;
import dev.switchyard.domain.endpoint.profile.TokenSource;
import java.util.ArrayList;
import java.util.List;

/// Endpoints that a person has named, for scripts and for people.
final class EndpointAnswer {
  static final Message IN_CLEAR = Message.of("endpoint.profile.in-clear");
  static final Message STRIPPED = Message.of("settings.server.stripped");

  private EndpointAnswer() {}

  static void fill(Answer answer, EndpointProfile profile) {
    answer
        .put("name", profile.name())
        .put("kind", profile.kind().id())
        .put("url", profile.url().toString())
        .put("loopback", profile.url().isLoopback())
        .put("manages", profile.kind().management().id())
        .object("token", each -> fill(each, profile.token()));
  }

  private static void fill(Answer answer, TokenSource token) {
    answer.put("source", token.id());
    switch (token) {
      case TokenSource.None _ -> {}
      case TokenSource.Literal(var text) -> answer.put("literal", text);
      case TokenSource.Variable(var name) -> answer.put("variable", name);
      case TokenSource.Command(var line) -> answer.put("command", line);
    }
  }

  static void print(Console console, List<EndpointProfile> profiles) {
    if (profiles.isEmpty()) {
      console.line("cli.endpoint.none");
      return;
    }
    var rows = new ArrayList<List<String>>();
    for (var profile : profiles) {
      rows.add(
          List.of(
              profile.name(),
              profile.kind().product(),
              profile.url().toString(),
              console.texts().text(token(profile.token()))));
    }
    console.table(rows);
  }

  private static Message token(TokenSource token) {
    return switch (token) {
      case TokenSource.None _ -> Message.of("cli.endpoint.token.none");
      case TokenSource.Literal(var text) -> Message.of("cli.endpoint.token.literal", text);
      case TokenSource.Variable(var name) -> Message.of("cli.endpoint.token.variable", name);
      case TokenSource.Command _ -> Message.of("cli.endpoint.token.command");
    };
  }
}
