package dev.switchyard.adapter.file;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.route.watch.FileWatch;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Watches files through the folders that they are in, which is what Linux and Windows offer: one
/// thread that blocks until the system wakes it.
///
/// What the system refuses to watch (Linux limits how many folders the programs of one person may),
/// and everything on macOS, for which Java offers nothing better, is looked at every two seconds:
/// the attributes of each file, and no content.
public final class FolderWatch implements FileWatch {
  /// A program that writes in place truncates first and writes then; git changes many files at
  /// once.
  private static final Duration QUIET = Duration.ofMillis(60);

  private static final Duration LONGEST_BURST = Duration.ofMillis(500);
  private static final Duration LOOKS = Duration.ofSeconds(2);

  private final Listener listener;
  private final Optional<WatchService> service;
  private final FileLooks looks;
  private final Thread thread = Thread.ofVirtual().name("settings-watch").unstarted(this::run);
  private final Map<Path, WatchPlan> plans = new HashMap<>();
  private final Map<Path, WatchKey> keys = new HashMap<>();
  private final Set<Path> refused = new HashSet<>();
  private @Nullable Message limit;
  private boolean saidLimit;

  /// Opens what the system offers.
  @FunctionalInterface
  interface Opening {
    WatchService open() throws IOException;
  }

  /// @param looksOnly whether to look at everything from time to time, as on macOS
  public static FolderWatch start(Listener listener, boolean looksOnly) {
    return looksOnly
        ? new FolderWatch(listener, Optional.empty(), LOOKS)
        : start(listener, FileSystems.getDefault()::newWatchService, LOOKS);
  }

  static FolderWatch start(Listener listener, Opening opening, Duration looks) {
    try {
      return new FolderWatch(listener, Optional.of(opening.open()), looks);
    } catch (IOException e) {
      listener.limited(Message.of("watch.refused", String.valueOf(e.getMessage())));
      return new FolderWatch(listener, Optional.empty(), looks);
    }
  }

  private FolderWatch(Listener listener, Optional<WatchService> service, Duration interval) {
    this.listener = listener;
    this.service = service;
    this.looks = new FileLooks(interval, listener::changed);
    if (service.isPresent()) {
      thread.start();
    }
  }

  @Override
  public void watch(Set<Path> files) {
    synchronized (this) {
      plans.keySet().retainAll(files);
      files.forEach(file -> plans.putIfAbsent(file, new WatchPlan(Set.of())));
    }
    plan(files);
  }

  @Override
  public void close() {
    looks.close();
    if (service.isPresent()) {
      try {
        service.get().close();
        if (!Thread.currentThread().equals(thread)) {
          thread.join();
        }
      } catch (IOException _) {
        // It is given up either way.
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void run() {
    try {
      while (true) {
        var touched = next(service.orElseThrow());
        if (!touched.isEmpty()) {
          plan(touched);
          listener.changed(touched);
        }
      }
    } catch (ClosedWatchServiceException | InterruptedException _) {
      // Closed.
    }
  }

  /// Waits for the next burst of changes.
  private Set<Path> next(WatchService service) throws InterruptedException {
    var touched = new LinkedHashSet<>(touchedBy(service.take()));
    long end = System.nanoTime() + LONGEST_BURST.toNanos();
    while (!touched.isEmpty() && System.nanoTime() < end) {
      var more = service.poll(QUIET.toMillis(), TimeUnit.MILLISECONDS);
      if (more == null) {
        return touched;
      }
      touched.addAll(touchedBy(more));
    }
    return touched;
  }

  private synchronized Set<Path> touchedBy(WatchKey key) {
    // One folder may be known by several names.
    var folders =
        keys.entrySet().stream()
            .filter(entry -> entry.getValue().equals(key))
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    var touched = new LinkedHashSet<Path>();
    for (var event : key.pollEvents()) {
      touched.addAll(filesWith(point -> folders.contains(point.folder()) && names(point, event)));
    }
    if (!key.reset()) {
      // The folder itself is gone.
      keys.keySet().removeAll(folders);
      touched.addAll(filesWith(point -> folders.contains(point.folder())));
    }
    return touched;
  }

  /// After an overflow anything may have happened in the folder.
  private static boolean names(WatchPlan.Point point, WatchEvent<?> event) {
    return event.kind().equals(StandardWatchEventKinds.OVERFLOW)
        || point.name().equals(event.context());
  }

  private Set<Path> filesWith(Predicate<WatchPlan.Point> matches) {
    return plans.entrySet().stream()
        .filter(entry -> entry.getValue().points().stream().anyMatch(matches))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /// Plans files anew until nothing has changed meanwhile: what is made while its folder is not yet
  /// watched would go unnoticed.
  private void plan(Set<Path> files) {
    var toSay = Optional.<Message>empty();
    synchronized (this) {
      boolean stable = false;
      while (!stable) {
        stable = true;
        for (var file : files) {
          if (plans.containsKey(file)) {
            var plan = WatchPlan.of(file);
            stable &= plan.equals(plans.put(file, plan));
          }
        }
        stable &= register();
      }
      looks.lookAt(filesWith(point -> service.isEmpty() || refused.contains(point.folder())));
      if (limit != null && !saidLimit) {
        saidLimit = true;
        toSay = Optional.of(limit);
      }
    }
    toSay.ifPresent(listener::limited);
  }

  /// @return false where a folder went while this looked
  private boolean register() {
    if (service.isEmpty()) {
      return true;
    }
    var wanted =
        plans.values().stream()
            .flatMap(plan -> plan.points().stream())
            .map(WatchPlan.Point::folder)
            .collect(Collectors.toSet());
    refused.retainAll(wanted);
    var given = new HashSet<>(keys.keySet());
    given.removeAll(wanted);
    given.forEach(this::giveUp);
    wanted.removeAll(keys.keySet());
    wanted.removeAll(refused);
    return wanted.stream().filter(folder -> !register(service.get(), folder)).count() == 0;
  }

  private void giveUp(Path folder) {
    var key = keys.remove(folder);
    if (key != null && !keys.containsValue(key)) {
      key.cancel();
    }
  }

  private boolean register(WatchService service, Path folder) {
    try {
      keys.put(
          folder,
          folder.register(
              service,
              StandardWatchEventKinds.ENTRY_CREATE,
              StandardWatchEventKinds.ENTRY_MODIFY,
              StandardWatchEventKinds.ENTRY_DELETE));
      return true;
    } catch (IOException e) {
      if (!Files.isDirectory(folder)) {
        return false;
      }
      refused.add(folder);
      limit = Message.of("watch.refused", String.valueOf(e.getMessage()));
      return true;
    }
  }
}
