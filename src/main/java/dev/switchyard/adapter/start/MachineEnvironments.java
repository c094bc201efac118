package dev.switchyard.adapter.start;

import dev.switchyard.adapter.process.Processes;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.Surroundings;
import dev.switchyard.domain.route.StartEnvironment;
import dev.switchyard.domain.route.StartEnvironments;
import dev.switchyard.domain.route.StartedFrom;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The environments of this machine. Each is found out when it is first asked for, kept, and found
/// out again when a file changes that it comes from.
public final class MachineEnvironments implements StartEnvironments {
  /// Looking at some twenty files takes less than a millisecond, but a list of projects asks a
  /// thousand times.
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  /// What systemd, launchd and the registry hold changes without any file that could be looked at.
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final StartupFiles startup;
  private final VsCodeUserSettings editors;
  private final ShellAnswers shells;
  private final Supplier<Sources> sources;
  private final Clock clock;
  private @Nullable Kept kept;

  /// What was found out, and from which state of the files.
  ///
  /// @param sources what it is found out from; they ask the login shell once at most
  private record Kept(
      Set<String> stamps,
      Instant asked,
      Instant looked,
      Sources sources,
      Map<StartedFrom, StartEnvironment> environments) {
    Kept lookedAt(Instant now) {
      return new Kept(stamps, asked, now, sources, environments);
    }
  }

  /// @param own the environment that Switchyard was started with
  /// @param children the system and the environment that started programs get, with the home that
  ///   everything is looked for in
  /// @param home the person's home folder
  /// @param terminal whether Switchyard runs in the terminal that is asked about
  /// @param names the variables whose start-up lines are looked for
  public MachineEnvironments(
      Map<String, String> own,
      Surroundings children,
      Path home,
      Processes processes,
      boolean terminal,
      Collection<String> names,
      Clock clock) {
    this.startup = new StartupFiles(children, home);
    this.editors = new VsCodeUserSettings(children, home);
    this.shells = new ShellAnswers(processes, children);
    this.clock = clock;
    var stores = new SystemStores(processes);
    var machine = new Machine(own, startup, shells, stores, editors, terminal, List.copyOf(names));
    this.sources =
        children.system() == OperatingSystem.WINDOWS
            ? () -> new WindowsSources(machine)
            : () -> new UnixSources(machine, children.system());
  }

  /// Where the three environments of one kind of system come from.
  sealed interface Sources permits UnixSources, WindowsSources {
    StartEnvironment of(StartedFrom from);
  }

  /// What the sources are made of.
  record Machine(
      Map<String, String> own,
      StartupFiles startup,
      ShellAnswers shells,
      SystemStores stores,
      VsCodeUserSettings editors,
      boolean terminal,
      List<String> names) {}

  @Override
  public synchronized StartEnvironment of(StartedFrom from) {
    var now = clock.instant();
    var current = upToDate(now);
    kept = current;
    return current.environments().computeIfAbsent(from, current.sources()::of);
  }

  private Kept upToDate(Instant now) {
    var known = kept;
    if (known != null && now.isBefore(known.looked().plus(BETWEEN_LOOKS))) {
      return known;
    }
    var stamps = StartupFiles.stamps(files());
    if (known != null
        && known.stamps().equals(stamps)
        && now.isBefore(known.asked().plus(LONGEST))) {
      return known.lookedAt(now);
    }
    return new Kept(stamps, now, now, sources.get(), new EnumMap<>(StartedFrom.class));
  }

  @Override
  public synchronized void forget() {
    kept = null;
  }

  private List<Path> files() {
    var files = new ArrayList<>(startup.ofSession());
    shells.shell().ifPresent(shell -> files.addAll(startup.ofShell(shell.name())));
    editors.files().forEach(files::add);
    return files;
  }
}
