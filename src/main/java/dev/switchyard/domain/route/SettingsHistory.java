package dev.switchyard.domain.route;

import dev.switchyard.domain.FileChange;
import dev.switchyard.domain.Fingerprint;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.TextFiles;
import dev.switchyard.domain.route.text.SettingsText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The use case of looking at earlier contents of a settings file and of bringing one back: first a
/// plan to look at, then the plan carried out. What was there before is a version too, so that a
/// restore is taken back by another one.
///
/// Undo knows nothing of a file that was restored since: what it remembers would not fit.
///
/// With a content comes back what the journal knew of it: keys that were the route's are the
/// route's again, and all others are the person's.
public final class SettingsHistory {
  private final TextFiles files;
  private final JournaledFiles store;

  public SettingsHistory(TextFiles files, JournaledFiles store) {
    this.files = files;
    this.store = store;
  }

  /// One file's versions.
  ///
  /// @param file the file itself, where a link leads to
  /// @param now what stands in it
  /// @param versions newest first; counted from 1 in that order
  public record Versions(Path file, Optional<byte[]> now, List<SettingsVersion> versions) {
    public Versions {
      versions = List.copyOf(versions);
    }

    /// Whether this is what stands in the file now.
    public boolean isCurrent(SettingsVersion version) {
      return version.fingerprint().equals(Fingerprint.of(now));
    }
  }

  /// A version that is to come back.
  ///
  /// @param version the version
  /// @param change what it means for the file
  /// @param notes what the person should know beside that
  public record RestorePlan(SettingsVersion version, FileChange change, List<Message> notes) {
    public RestorePlan {
      notes = List.copyOf(notes);
    }
  }

  /// The files that have versions.
  ///
  /// @throws PortException DENIED, FAILED
  public List<Path> files() throws PortException {
    return store.versions().files();
  }

  /// @param file by any of its names
  /// @throws PortException DENIED, FAILED
  public Versions of(Path file) throws PortException {
    var target = files.target(file);
    return new Versions(target, files.read(target), store.versions().of(target));
  }

  /// The files that a person means: a file, or for a project's folder those in its `.claude` folder
  /// that have versions.
  ///
  /// @throws PortException DENIED, FAILED
  public List<Path> meantBy(Path place) throws PortException {
    if (!files.isFolder(place)) {
      return List.of(place);
    }
    var config = place.resolve(".claude");
    var kept = files();
    return List.of("settings.json", "settings.local.json").stream()
        .map(config::resolve)
        .filter(file -> kept.contains(files.target(file)))
        .toList();
  }

  /// The newest version that Claude Code would read, where it would skip what stands there now;
  /// empty too where that says something else, for then somebody has edited it since: what was
  /// written would be lost, and what was taken out would come back.
  ///
  /// @throws PortException DENIED, FAILED, MALFORMED where a version is damaged
  public Optional<SettingsVersion> readableInstead(Path file) throws PortException {
    var history = of(file);
    if (history.now().isEmpty() || isReadable(file, history.now().get())) {
      return Optional.empty();
    }
    for (var version : history.versions()) {
      var content = store.versions().content(version);
      if (content.isPresent() && isReadable(file, content.get())) {
        return Optional.of(version)
            .filter(_ -> Damage.isAllThatDiffers(history.now().get(), content.get()));
      }
    }
    return Optional.empty();
  }

  private static boolean isReadable(Path file, byte[] content) {
    try {
      SettingsText.parseForReading(file, content);
      return true;
    } catch (PortException _) {
      return false;
    }
  }

  /// @param which a number as [#of] counts, or the beginning of an id; empty for the newest version
  ///   that is not what stands there now
  /// @throws PortException MISSING where there is no such version, or its project is gone;
  ///   MALFORMED where the version is damaged
  public RestorePlan plan(Path file, Optional<String> which) throws PortException {
    var history = of(file);
    return plan(file, chosen(history, which), history.now());
  }

  /// @throws PortException as [#plan]
  public RestorePlan plan(SettingsVersion version) throws PortException {
    return plan(version.file(), version, files.read(version.file()));
  }

  /// Brings the content back.
  ///
  /// @throws PortException CONFLICT where the file changed since the plan was made, DENIED,
  ///   NO_SPACE, FAILED; the file is then as it was
  public void apply(RestorePlan plan) throws PortException {
    store.exclusively(session ->
        JournaledFiles.untilUndisturbed(_ -> {
          var fresh = plan(plan.change().file(), plan.version(), files.read(plan.change().file()));
          if (!fresh.change().isSameAs(plan.change())) {
            throw new PortException(
                PortException.Kind.CONFLICT, Message.of("route.changed-since-shown"));
          }
          if (!fresh.change().changesNothing()) {
            store.write(
                session,
                List.of(fresh.change()),
                journal(fresh, session),
                SettingsVersion.Cause.RESTORE);
          }
          return fresh;
        }));
  }

  private Journal journal(RestorePlan plan, RouteJournal.Session session) {
    var file = plan.version().file();
    var known = session.journal();
    var baseline =
        plan.version()
            .baseline()
            .or(() -> known.baseline(file).flatMap(Journal.Baseline::withoutKeys));
    return known
        .with(Map.of(file, baseline))
        .withoutSwitchesOf(switched -> files.target(switched).equals(file));
  }

  private RestorePlan plan(Path file, SettingsVersion version, Optional<byte[]> now)
      throws PortException {
    var project = file.resolve("../..").normalize();
    if (!files.isFolder(project)) {
      throw new PortException(
          PortException.Kind.MISSING, Message.of("route.folder-missing", project.toString()));
    }
    var content = store.versions().content(version);
    boolean madeFolder =
        store
            .remembered()
            .baseline(version.file())
            .filter(Journal.Baseline::createdFolder)
            .isPresent();
    var change = new FileChange(file, now, content, content.isEmpty() && madeFolder);
    return new RestorePlan(version, change, notes(file, content));
  }

  private static List<Message> notes(Path file, Optional<byte[]> content) {
    var notes = new ArrayList<Message>();
    try {
      if (content.isPresent() && file.toString().endsWith(".json")) {
        SettingsText.parseForReading(file, content.get());
      }
    } catch (PortException e) {
      notes.add(Message.of("history.note.skipped", e.text()));
    }
    return notes;
  }

  private static SettingsVersion chosen(Versions history, Optional<String> which)
      throws PortException {
    var versions = history.versions();
    var found =
        which.isPresent()
            ? named(versions, which.get())
            : versions.stream().filter(version -> !history.isCurrent(version)).findFirst();
    return found.orElseThrow(() ->
        new PortException(
            PortException.Kind.MISSING,
            which
                .map(name -> Message.of("history.unknown", name, history.file().toString()))
                .orElseGet(() -> Message.of("history.none", history.file().toString()))));
  }

  private static Optional<SettingsVersion> named(List<SettingsVersion> versions, String name) {
    if (name.matches("\\d{1,3}")) {
      return versions.stream().skip(Math.max(0, Integer.parseInt(name) - 1L)).findFirst();
    }
    var matching = versions.stream().filter(version -> version.id().startsWith(name)).toList();
    return matching.size() == 1 ? Optional.of(matching.getFirst()) : Optional.empty();
  }
}
