package dev.switchyard.domain.route;

import dev.switchyard.domain.FileChange;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.TextFiles;
import dev.switchyard.domain.project.GitRepositories;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// The use case of switching a project or the default route, and of taking the last switch back:
/// first a plan to look at, then the plan carried out, all of it or nothing.
public final class SwitchRoute {
  private final TextFiles files;
  private final GitRepositories repositories;
  private final SettingsRouteReader reader;
  private final RouteJournal journal;
  private final ClaudeSurroundings surroundings;
  private final Clock clock;

  public SwitchRoute(
      TextFiles files,
      GitRepositories repositories,
      SettingsRouteReader reader,
      RouteJournal journal,
      ClaudeSurroundings surroundings,
      Clock clock) {
    this.files = files;
    this.repositories = repositories;
    this.reader = reader;
    this.journal = journal;
    this.surroundings = surroundings;
    this.clock = clock;
  }

  /// What the switch would do.
  ///
  /// @throws PortException MISSING for a folder that is gone; MALFORMED or REFUSED where a settings
  ///   file must not be touched, or where a cloud credential would be sent to another server
  public RoutePlan plan(RouteRequest request) throws PortException {
    return plan(request, journal.read());
  }

  /// Carries a plan out.
  ///
  /// @return the route that follows
  /// @throws PortException CONFLICT where the files or the journal changed since the plan was made,
  ///   DENIED, NO_SPACE, FAILED; everything is then as it was
  public EffectiveRoute apply(RoutePlan plan) throws PortException {
    return journal.exclusively(session -> {
      var fresh = plan(plan.request(), session.journal());
      if (!fresh.changesTheSameAs(plan)) {
        throw new PortException(
            PortException.Kind.CONFLICT, Message.of("route.changed-since-shown"));
      }
      write(fresh.changes(), fresh.journal(), session);
      var route =
          fresh.request().isDefaultRoute()
              ? reader.readDefault()
              : reader.read(fresh.request().folder());
      return route.with(fresh.missed());
    });
  }

  /// What Switchyard remembers.
  public Journal remembered() throws PortException {
    return journal.read();
  }

  /// The switch that [#undo] would take back.
  public Optional<Journal.Switch> last() throws PortException {
    return journal.read().last();
  }

  /// A switch that was taken back.
  ///
  /// @param taken the switch
  /// @param notes what stayed as it is, and why
  public record Undone(Journal.Switch taken, List<Message> notes) {}

  /// Takes the last switch back, also when other keys of the same files have changed since. What
  /// somebody has made of its own keys stays, and no folder that is gone is made again.
  ///
  /// @return empty where there is none left
  /// @throws PortException as [#apply]
  public Optional<Undone> undo() throws PortException {
    return journal.exclusively(session -> {
      var last = session.journal().last();
      return last.isPresent()
          ? Optional.of(new Undone(last.get(), undo(last.get(), session)))
          : Optional.empty();
    });
  }

  private List<Message> undo(Journal.Switch last, RouteJournal.Session session)
      throws PortException {
    var changes = new ArrayList<FileChange>();
    var notes = new ArrayList<Message>();
    var baselines = new LinkedHashMap<Path, Optional<Journal.Baseline>>();
    for (var before : last.files()) {
      var project = before.file().resolve("../..").normalize();
      if (!files.isFolder(project)) {
        notes.add(Message.of("route.note.project-gone", project.toString()));
        continue;
      }
      var edit = new SettingsEdit(files, before.file(), session.journal());
      edit.returnTo(before);
      baselines.put(before.file(), edit.finish(changes));
      KeptKeys.note(edit).ifPresent(notes::add);
    }
    changes.removeIf(FileChange::changesNothing);
    write(changes, session.journal().withoutLast(baselines), session);
    return notes;
  }

  private RoutePlan plan(RouteRequest request, Journal known) throws PortException {
    return new RoutePlanner(files, repositories, surroundings.user(), reader, known, request)
        .plan(clock.instant());
  }

  /// The journal first: after a crash in between it knows more than was done, and restoring what
  /// was not changed changes nothing.
  private void write(List<FileChange> changes, Journal next, RouteJournal.Session session)
      throws PortException {
    var earlier = session.journal();
    session.save(next);
    var done = new ArrayList<FileChange>();
    var made = new ArrayList<Path>();
    try {
      for (var change : changes) {
        missingFolder(change).ifPresent(made::add);
        files.replace(change.file(), change.before(), change.after());
        done.add(change);
      }
    } catch (PortException e) {
      takeBack(done, e);
      removeEmpty(made);
      session.save(earlier);
      throw e;
    }
    for (var change : changes) {
      var folder = change.file().getParent();
      if (change.removesFolder() && folder != null) {
        files.removeEmptyFolder(folder);
      }
    }
  }

  private Optional<Path> missingFolder(FileChange change) {
    return Optional.ofNullable(change.file().getParent())
        .filter(folder -> change.after().isPresent() && !files.isFolder(folder));
  }

  /// Takes back what can be. The journal goes on knowing what was done where something cannot.
  private void takeBack(List<FileChange> done, PortException failure) throws PortException {
    var stuck = new ArrayList<String>();
    for (var change : done.reversed()) {
      try {
        files.replace(change.file(), change.after(), change.before());
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
        // An empty folder too many changes no route; the failure that led here is what matters.
      }
    }
  }
}
