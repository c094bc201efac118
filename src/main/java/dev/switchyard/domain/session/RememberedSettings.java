package dev.switchyard.domain.session;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.TextFiles;
import dev.switchyard.domain.route.Journal;
import dev.switchyard.domain.route.SettingsVersion;
import dev.switchyard.domain.route.SettingsVersions;
import dev.switchyard.domain.route.SwitchRoute;
import dev.switchyard.domain.route.text.SettingsText;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The past of settings files as Switchyard remembers it. The versions hold whole contents, but
/// each under its last time only; the journal knows what stood at the route's keys before every
/// switch. Together they tell which content stood there before each switch.
public final class RememberedSettings implements EarlierSettings {
  private final TextFiles files;
  private final SettingsVersions versions;
  private final SwitchRoute switches;
  private final Function<Path, Optional<Instant>> lastChange;
  private final Function<Path, Optional<Instant>> folderMade;

  /// @param lastChange when the file system says that a file changed
  /// @param folderMade when the file system says that the folder of a file was made
  public RememberedSettings(
      TextFiles files,
      SettingsVersions versions,
      SwitchRoute switches,
      Function<Path, Optional<Instant>> lastChange,
      Function<Path, Optional<Instant>> folderMade) {
    this.files = files;
    this.versions = versions;
    this.switches = switches;
    this.lastChange = lastChange;
    this.folderMade = folderMade;
  }

  @Override
  public Optional<Instant> lastChange(Path file) {
    return lastChange.apply(file);
  }

  @Override
  public Optional<Instant> folderMade(Path file) {
    return folderMade.apply(file);
  }

  @Override
  public List<Earlier> of(Path file) throws PortException {
    var target = files.target(file);
    var kept = new ArrayList<Earlier>();
    for (var version : versions.of(target).reversed()) {
      boolean found = version.made() == SettingsVersion.Cause.FOUND;
      kept.add(new Earlier(version.at(), found, versions.content(version)));
    }
    var all = new ArrayList<>(kept);
    for (var one : switches.remembered().switches()) {
      for (var before : one.files()) {
        if (before.file().equals(target)) {
          kept.stream()
              .filter(content -> fits(target, content, before))
              .findFirst()
              .ifPresent(content -> all.add(justBefore(one, content)));
        }
      }
    }
    all.sort(Comparator.comparing(Earlier::at));
    return all;
  }

  private static Earlier justBefore(Journal.Switch one, Earlier content) {
    return new Earlier(one.at().minusMillis(1), true, content.content());
  }

  /// Whether that is the content that a switch met.
  private static boolean fits(Path file, Earlier content, Journal.Before before) {
    try {
      var text = SettingsText.parse(file, content.content());
      return text.standing(before.standing().keys()).values().equals(before.standing().values());
    } catch (PortException _) {
      // A switch refuses such a file: it met another one.
      return false;
    }
  }
}
