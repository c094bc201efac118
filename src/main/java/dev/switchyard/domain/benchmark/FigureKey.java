package dev.switchyard.domain.benchmark;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Which figure it is.
///
/// @param way how the model was asked
/// @param task what it was asked to do; empty for what is measured without a task
/// @param measure what was measured
public record FigureKey(Way way, Optional<Task> task, Measure measure) {
  /// How a model is asked.
  public enum Way {
    /// By the server's own API, without a task.
    SERVER,
    /// Straight at the Messages API that Claude Code uses.
    DIRECT,
    /// By Claude Code, with all that it puts before the prompt.
    CLAUDE;

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static FigureKey of(Measure measure) {
    return new FigureKey(Way.SERVER, Optional.empty(), measure);
  }

  public static FigureKey of(Way way, Task task, Measure measure) {
    return new FigureKey(way, Optional.of(task), measure);
  }

  /// Its name in files, such as `direct.explain.wall`.
  public String id() {
    return way.id() + task.map(one -> "." + one.id()).orElse("") + "." + measure.id();
  }

  /// @return empty for a name of another version of the program
  public static Optional<FigureKey> parse(String id) {
    var parts = id.split("\\.", -1);
    var way = Arrays.stream(Way.values()).filter(one -> one.id().equals(parts[0])).findFirst();
    var measure =
        Arrays.stream(Measure.values())
            .filter(one -> one.id().equals(parts[parts.length - 1]))
            .findFirst();
    var task = parts.length == 3 ? Task.of(parts[1]) : Optional.<Task>empty();
    boolean whole = parts.length == 2 || parts.length == 3 && task.isPresent();
    return way.filter(_ -> whole)
        .flatMap(found -> measure.map(one -> new FigureKey(found, task, one)));
  }
}
