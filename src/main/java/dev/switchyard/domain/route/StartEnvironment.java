package dev.switchyard.domain.route;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.route.Origin.FileLine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The environment that Claude Code gets from one way of starting, by what feeds it.
///
/// @param feeds strongest first; of a variable that several set, the first one's value counts
/// @param unknown what could not be found out, and why; the variables may then be others
/// @param assumptions what is taken for granted and was not measured
public record StartEnvironment(List<Feed> feeds, List<Message> unknown, List<Message> assumptions) {
  /// One place that variables come from.
  ///
  /// @param name what it is, for a person
  /// @param file the one file that holds them, where it is one
  /// @param variables names and values
  /// @param probable for some names the line of the start-up file that most likely sets them
  public record Feed(
      Message name,
      Optional<Path> file,
      Map<String, String> variables,
      Map<String, FileLine> probable) {
    public Feed {
      variables = Map.copyOf(variables);
      probable = Map.copyOf(probable);
    }

    /// Names nothing but names: the values may be anybody's secrets.
    @Override
    public String toString() {
      return "Feed[" + name + ", " + file + ", " + variables.keySet() + "]";
    }

    Origin origin(String variable) {
      return new Origin.Environment(name, file, Optional.ofNullable(probable.get(variable)));
    }
  }

  public StartEnvironment {
    feeds = List.copyOf(feeds);
    unknown = List.copyOf(unknown);
    assumptions = List.copyOf(assumptions);
  }

  /// One feed, and nothing unknown.
  public static StartEnvironment of(Message name, Map<String, String> variables) {
    var feed = new Feed(name, Optional.empty(), variables, Map.of());
    return new StartEnvironment(List.of(feed), List.of(), List.of());
  }

  /// The environment that Switchyard itself was started with.
  public static StartEnvironment own(Map<String, String> variables) {
    return of(Message.of("route.feed.own"), variables);
  }

  /// Several environments as if they were one: a variable is set where one of them sets it, and
  /// where they differ the first that says something counts.
  static StartEnvironment together(List<StartEnvironment> environments) {
    var variables = new LinkedHashMap<String, String>();
    for (var environment : environments) {
      environment
          .variables()
          .forEach((name, value) ->
              variables.merge(name, value, (first, other) -> first.isEmpty() ? other : first));
    }
    return own(variables);
  }

  /// The same with variables that are set for one start, which count before all others.
  StartEnvironment below(Map<String, String> variables) {
    if (variables.isEmpty()) {
      return this;
    }
    var all = new ArrayList<Feed>();
    all.add(new Feed(Message.of("route.feed.launch"), Optional.empty(), variables, Map.of()));
    all.addAll(feeds);
    return new StartEnvironment(all, unknown, assumptions);
  }

  /// All variables with the values that count.
  public Map<String, String> variables() {
    var merged = new LinkedHashMap<String, String>();
    feeds.reversed().forEach(feed -> merged.putAll(feed.variables()));
    return merged;
  }
}
