package dev.switchyard.domain.route.watch;

import dev.switchyard.domain.FileChange;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.route.ClaudeStart;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.SettingsRouteReader;
import dev.switchyard.domain.route.SettingsVersions;
import dev.switchyard.domain.route.StartedFrom;
import dev.switchyard.domain.route.watch.RouteNews.Affected;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The use case of noticing that routes change: it follows the settings files of all known folders,
/// tells what each change of theirs means, and reads nothing while nothing changes.
public final class WatchRoutes implements AutoCloseable {
  private final OwnWrites files;
  private final SettingsVersions versions;
  private final SettingsRouteReader reader;
  private final Set<Path> others;
  private final Subscriber subscriber;
  private final FileWatch watch;
  private final Set<Path> folders = new LinkedHashSet<>();
  private final Map<Path, Set<Path>> concerned = new HashMap<>();
  private final Map<Path, Optional<byte[]>> contents = new HashMap<>();
  private final Map<Optional<Path>, Optional<EffectiveRoute>> routes = new LinkedHashMap<>();

  /// Hears of news, on a thread of the watch.
  public interface Subscriber {
    void changed(RouteNews news);

    /// Something else that projects depend on has changed, such as which ones there are.
    void changedElsewhere();

    void limited(Message reason);
  }

  /// @param versions knows what other processes of Switchyard wrote
  /// @param others files that no project's settings are in, but that decide about all of them
  /// @param open opens the watch for a listener
  public WatchRoutes(
      OwnWrites files,
      SettingsVersions versions,
      SettingsRouteReader reader,
      Set<Path> others,
      Subscriber subscriber,
      Function<FileWatch.Listener, FileWatch> open) {
    this.files = files;
    this.versions = versions;
    this.reader = reader;
    this.others = Set.copyOf(others);
    this.subscriber = subscriber;
    this.watch =
        open.apply(
            new FileWatch.Listener() {
              @Override
              public void changed(Set<Path> changed) {
                heard(changed);
              }

              @Override
              public void limited(Message reason) {
                subscriber.limited(reason);
              }
            });
  }

  /// Follows the default route and these folders from now on, and no others. The same folders again
  /// cost nothing.
  public void follow(Collection<Path> wanted) {
    Set<Path> all;
    synchronized (this) {
      if (!routes.isEmpty() && folders.equals(Set.copyOf(wanted))) {
        return;
      }
      folders.clear();
      folders.addAll(wanted);
      concerned.clear();
      var now = reader.atThisMoment();
      folders.forEach(folder -> place(now, folder));
      all = new HashSet<>(concerned.keySet());
      all.addAll(others);
    }
    // First the watch, then the contents: what changes in between is heard of.
    watch.watch(all);
    synchronized (this) {
      contents.keySet().retainAll(all);
      concerned.keySet().forEach(file -> contents.computeIfAbsent(file, this::content));
      var known = new LinkedHashMap<>(routes);
      routes.clear();
      var now = reader.atThisMoment();
      routes.put(Optional.empty(), route(now, Optional.empty()));
      folders.forEach(folder -> {
        var key = Optional.of(folder);
        routes.put(key, known.containsKey(key) ? known.get(key) : route(now, key));
      });
    }
  }

  private void place(SettingsRouteReader now, Path folder) {
    try {
      for (var layer : now.layers(new ClaudeStart(folder, StartedFrom.TERMINAL))) {
        concerned.computeIfAbsent(layer.file(), _ -> new LinkedHashSet<>()).add(folder);
      }
    } catch (PortException _) {
      // Its row in the list says why it cannot be read.
    }
  }

  private void heard(Set<Path> changed) {
    if (changed.stream().anyMatch(others::contains)) {
      subscriber.changedElsewhere();
    }
    news(changed).ifPresent(subscriber::changed);
  }

  private synchronized Optional<RouteNews> news(Set<Path> changed) {
    var changes = new ArrayList<FileChange>();
    var touched = new LinkedHashSet<Path>();
    for (var file : changed) {
      if (concerned.containsKey(file)) {
        var now = content(file);
        var change = FileChange.of(file, contents.getOrDefault(file, Optional.empty()), now);
        if (!change.changesNothing()) {
          contents.put(file, now);
          changes.add(change);
          touched.addAll(concerned.getOrDefault(file, Set.of()));
        }
      }
    }
    if (changes.isEmpty()) {
      return Optional.empty();
    }
    var affected = new ArrayList<Affected>();
    var now = reader.atThisMoment();
    affected.add(affected(now, Optional.empty()));
    touched.forEach(folder -> affected.add(affected(now, Optional.of(folder))));
    boolean own =
        changes.stream().allMatch(one -> files.include(one.file(), one.after(), versions));
    return Optional.of(new RouteNews(changes, affected, own));
  }

  private Affected affected(SettingsRouteReader now, Optional<Path> folder) {
    var after = route(now, folder);
    var before = routes.put(folder, after);
    return new Affected(folder, before == null ? Optional.empty() : before, after);
  }

  private static Optional<EffectiveRoute> route(SettingsRouteReader now, Optional<Path> folder) {
    try {
      return Optional.of(folder.isPresent() ? now.read(folder.get()) : now.readDefault());
    } catch (PortException _) {
      return Optional.empty();
    }
  }

  /// What cannot be read counts as not there: to Claude Code it is not.
  private Optional<byte[]> content(Path file) {
    try {
      return files.read(file);
    } catch (PortException _) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    watch.close();
  }
}
