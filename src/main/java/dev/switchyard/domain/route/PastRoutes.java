package dev.switchyard.domain.route;

import dev.switchyard.domain.route.text.JsonLiterals;
import dev.switchyard.domain.route.text.SettingKey;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Where projects were routed in the past, as far as Switchyard's own switches that are remembered
/// tell. What a person wrote into a file by hand, gave to one start, or took back with `undo` is
/// not in it.
public final class PastRoutes {
  private static final SettingKey BASE_URL = SettingKey.env("ANTHROPIC_BASE_URL");
  private static final String OF_SUBFOLDERS_TOO = "settings.local.json";

  private final List<Journal.Switch> newestFirst;

  public PastRoutes(Journal journal) {
    this.newestFirst = journal.switches().reversed();
  }

  /// @param folder its real name
  /// @return empty where no switch of it came before, or the last one left it to other settings
  public Optional<Destination> at(String folder, Instant time) {
    return path(folder).flatMap(path -> at(path, time));
  }

  private Optional<Destination> at(Path folder, Instant time) {
    return Stream.iterate(folder, Objects::nonNull, Path::getParent)
        .map(place -> before(place, time).filter(one -> place.equals(folder) || reachesBelow(one)))
        .flatMap(Optional::stream)
        .findFirst()
        .flatMap(last -> destination(last, time));
  }

  private Optional<Journal.Switch> before(Path folder, Instant time) {
    return newestFirst.stream()
        .filter(one -> one.folder().equals(folder) && !one.at().isAfter(time))
        .findFirst();
  }

  /// Claude Code reads the personal file of a git checkout's root in all of its folders, and the
  /// shared one in no other.
  private static boolean reachesBelow(Journal.Switch one) {
    return one.files().stream().anyMatch(before -> before.file().endsWith(OF_SUBFOLDERS_TOO));
  }

  private Optional<Destination> destination(Journal.Switch last, Instant time) {
    return switch (last.choice()) {
      case CLOUD -> Optional.of(Destination.CLOUD);
      case INHERIT -> Optional.empty();
      case LOCAL -> address(last.folder(), time).map(url -> BaseUrl.parse(url).destination());
    };
  }

  /// A switch remembers the keys that it changed: the address may be an earlier one's.
  private Optional<String> address(Path folder, Instant time) {
    return newestFirst.stream()
        .filter(one -> one.folder().equals(folder) && !one.at().isAfter(time))
        .takeWhile(one -> one.choice() == RouteChoice.LOCAL)
        .flatMap(one -> one.files().stream())
        .flatMap(before -> before.left().value(BASE_URL).stream())
        .flatMap(literal -> JsonLiterals.read(literal).stream())
        .findFirst();
  }

  private static Optional<Path> path(String folder) {
    try {
      return Optional.of(Path.of(folder));
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }
}
