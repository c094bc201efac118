package dev.switchyard.cli;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.detect.Detection;
import dev.switchyard.domain.whereabouts.Place;
import dev.switchyard.domain.whereabouts.ReachServer.Tried;
import dev.switchyard.domain.whereabouts.SafeWays;
import dev.switchyard.domain.whereabouts.SafeWays.Way;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// `switchyard endpoint reach`: by which address a server is seen from where Claude Code runs, and
/// how it is opened for that place alone.
final class EndpointReach {
  private static final String ANY_HOST = "HOST";

  private final CommandContext context;

  EndpointReach(CommandContext context) {
    this.context = context;
  }

  /// @param words a kind of place, and the host where that is reached over SSH; none for where this
  ///   runs
  int of(List<String> words) throws PortException {
    if (words.size() > 2) {
      throw new WrongUsage("cli.endpoint.words-wanted");
    }
    int port = context.useCases().server().url().port();
    return words.isEmpty() ? here(port) : there(place(words), port, remote(words));
  }

  private static Place place(List<String> words) {
    var id = words.getFirst();
    return new Place(
        Place.Kind.of(id)
            .orElseThrow(() ->
                new WrongUsage(
                    "cli.endpoint.place",
                    id,
                    Arrays.stream(Place.Kind.values())
                        .map(Place.Kind::id)
                        .collect(Collectors.joining(", ")))),
        List.of());
  }

  private static String remote(List<String> words) {
    return words.size() > 1 ? words.get(1) : ANY_HOST;
  }

  private int here(int port) throws PortException {
    var found = context.useCases().reachServer().fromHere(port);
    var ways = SafeWays.to(found.place(), port, ANY_HOST);
    var answer =
        context
            .answer()
            .put("place", found.place().kind().id())
            .put("url", found.best().map(best -> best.candidate().url()))
            .objects("candidates", found.tried(), EndpointReach::fill)
            .objects("ways", ways, EndpointReach::fill);
    return context.finish(
        found.best().isPresent() ? ExitCode.DONE : ExitCode.UNREACHABLE,
        answer,
        console -> {
          console.line(found.place().kind().text());
          found.tried().forEach(one -> print(console, one));
          if (found.best().isEmpty()) {
            print(console, ways);
          }
        });
  }

  private int there(Place place, int port, String remote) {
    var ways = SafeWays.to(place, port, remote);
    var candidates = place.candidates(port);
    var answer =
        context
            .answer()
            .put("place", place.kind().id())
            .objects(
                "candidates",
                candidates,
                (each, one) -> each.put("url", one.url().toString()).put("reason", one.reason()))
            .objects("ways", ways, EndpointReach::fill);
    return context.finish(
        ExitCode.DONE,
        answer,
        console -> {
          for (var one : candidates) {
            console.line("cli.endpoint.candidate", one.url().toString(), one.reason());
          }
          print(console, ways);
        });
  }

  private static void fill(Answer answer, Tried tried) {
    answer
        .put("url", tried.candidate().url().toString())
        .put("reason", tried.candidate().reason())
        .put("answers", tried.answer() instanceof Known.Value);
    if (tried.answer() instanceof Known.Value<Detection>(var detection)) {
      answer.put("kind", detection.kind().map(kind -> kind.id()));
    }
  }

  private static void fill(Answer answer, Way way) {
    answer.put("text", way.text()).strings("commands", way.commands());
  }

  private static void print(Console console, Tried tried) {
    var url = tried.candidate().url().toString();
    console.line("cli.endpoint.candidate", url, tried.candidate().reason());
    console.line(
        "cli.endpoint.evidence",
        switch (tried.answer()) {
          case Known.Value<Detection>(var detection) -> detection.headline();
          case Known.Unknown<Detection>(Message reason) -> reason;
        });
  }

  private static void print(Console console, List<Way> ways) {
    for (var way : ways) {
      console.line(way.text());
      way.commands().forEach(command -> console.plain("    " + command));
    }
  }
}
