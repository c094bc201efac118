package dev.switchyard.domain.route;

import dev.switchyard.domain.FileChange;
import dev.switchyard.domain.Fingerprint;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.TextFiles;
import dev.switchyard.domain.route.SettingsVersion.Cause;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Writes settings files so that each write can be taken back, also one that breaks off in the
/// middle. In this order: what stands in the files becomes a version, the journal says what is
/// about to be written, the files are written, the journal says that it is done.
///
/// A switch is refused where what stands there cannot be kept as a version first: the same disk
/// holds the journal, so a store that takes nothing is a sign of more. A version of what *we* wrote
/// may fail: it holds nothing of the person's that is not in the one before it.
public final class JournaledFiles {
  /// How often a write is tried that another program gets in between of.
  private static final int ATTEMPTS = 20;

  private final TextFiles files;
  private final RouteJournal journal;
  private final SettingsVersions versions;
  private final Clock clock;
  private final JournalRecovery recovery;

  public JournaledFiles(
      TextFiles files, RouteJournal journal, SettingsVersions versions, Clock clock) {
    this.files = files;
    this.journal = journal;
    this.versions = versions;
    this.clock = clock;
    this.recovery = new JournalRecovery(files);
  }

  /// What is remembered. It fits the files also where a write broke off.
  ///
  /// @throws PortException MALFORMED where the journal cannot be read
  Journal remembered() throws PortException {
    return recovery.recovered(journal.read());
  }

  SettingsVersions versions() {
    return versions;
  }

  /// Runs the work while no other process writes, and clears up after one that broke off.
  ///
  /// @throws PortException as [RouteJournal#exclusively]
  <T> T exclusively(RouteJournal.Work<T> work) throws PortException {
    return journal.exclusively(session -> {
      var open = session.journal().unfinished();
      if (open.isPresent()) {
        clearUp(session, open.get());
      }
      return work.run(session);
    });
  }

  private void clearUp(RouteJournal.Session session, Journal.Unfinished open) throws PortException {
    var next = session.journal();
    var recovered = recovery.recovered(next);
    for (var write : open.writes()) {
      files.removeLeftovers(write.file());
      var target = files.target(write.file());
      boolean madeFolder =
          next.baseline(target)
              .or(() -> open.earlier().baseline(target))
              .filter(Journal.Baseline::createdFolder)
              .isPresent();
      var folder = write.file().getParent();
      if (madeFolder && folder != null && recovered.baseline(target).isEmpty()) {
        files.removeEmptyFolder(folder);
      }
    }
    session.save(recovered);
  }

  /// Something that is done again from the start where another program has interfered.
  @FunctionalInterface
  interface Attempt<T> {
    /// @param number counted from 1
    T run(int number) throws PortException;
  }

  static <T> T untilUndisturbed(Attempt<T> attempt) throws PortException {
    for (int number = 1; ; number++) {
      try {
        return attempt.run(number);
      } catch (PortException e) {
        if (e.kind() != PortException.Kind.CONFLICT || number == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  /// Writes files, all of them or none.
  ///
  /// @param next what is to be remembered from then on
  /// @throws PortException CONFLICT where somebody else changed a file in between, DENIED,
  ///   NO_SPACE, FAILED; everything is then as it was, or the text says what is not
  void write(RouteJournal.Session session, List<FileChange> changes, Journal next, Cause cause)
      throws PortException {
    if (changes.isEmpty()) {
      session.save(next);
      return;
    }
    var earlier = session.journal();
    for (var change : changes) {
      keep(change, change.before(), Cause.FOUND, earlier);
    }
    session.save(next.begun(earlier, changes));
    write(session, changes);
    for (var change : changes) {
      keepWritten(change, cause, next);
    }
    finish(session, next);
  }

  /// All is written: where that cannot be noted, the next look at the files finds it out.
  private static void finish(RouteJournal.Session session, Journal next) {
    try {
      session.save(next);
    } catch (PortException _) {
      // The journal still says that the write was begun, which is what recovery goes by.
    }
  }

  private void write(RouteJournal.Session session, List<FileChange> changes) throws PortException {
    var made = new ArrayList<Path>();
    try {
      for (var change : changes) {
        missingFolder(change).ifPresent(made::add);
        files.replace(change.file(), change.before(), change.after());
      }
    } catch (PortException e) {
      takeBack(changes, e);
      removeEmpty(made);
      session.save(recovery.recovered(session.journal()));
      throw e;
    }
    removeEmpty(
        changes.stream()
            .filter(FileChange::removesFolder)
            .flatMap(change -> Stream.ofNullable(change.file().getParent()))
            .toList());
  }

  private void keepWritten(FileChange change, Cause cause, Journal next) {
    try {
      keep(change, change.after(), cause, next);
    } catch (PortException _) {
      // It stands in the file, and is kept before the next write at the latest.
    }
  }

  private void keep(FileChange change, Optional<byte[]> content, Cause cause, Journal known)
      throws PortException {
    var target = files.target(change.file());
    var version =
        new SettingsVersion(
            target,
            Fingerprint.of(content),
            clock.instant(),
            cause,
            content.map(bytes -> bytes.length).orElse(0),
            known.baseline(target));
    versions.keep(version, content);
  }

  private Optional<Path> missingFolder(FileChange change) {
    return Optional.ofNullable(change.file().getParent())
        .filter(folder -> change.after().isPresent() && !files.isFolder(folder));
  }

  /// Takes back what can be, also of the very file that failed: it may have been written before the
  /// failure. The journal goes on knowing what was done where something cannot.
  private void takeBack(List<FileChange> changes, PortException failure) throws PortException {
    var stuck = new ArrayList<String>();
    for (var change : changes.reversed()) {
      try {
        if (recovery.stands(change.file(), Fingerprint.of(change.after()))) {
          files.replace(change.file(), change.after(), change.before());
        }
      } catch (PortException e) {
        failure.addSuppressed(e);
        stuck.add(change.file().toString());
      }
    }
    if (!stuck.isEmpty()) {
      throw new PortException(
          PortException.Kind.FAILED,
          Message.of("route.half-done", failure.text(), String.join(", ", stuck)),
          failure);
    }
  }

  private void removeEmpty(List<Path> folders) {
    for (var folder : folders.reversed()) {
      try {
        files.removeEmptyFolder(folder);
      } catch (PortException _) {
        // An empty folder too many changes no route.
      }
    }
  }
}
