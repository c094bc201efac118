package dev.switchyard.domain.route;

import dev.switchyard.domain.FileChange;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.TextFiles;
import dev.switchyard.domain.project.Project;
import dev.switchyard.domain.project.ProjectList;
import dev.switchyard.domain.route.Journal.Baseline;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The use case of leaving nothing behind: each settings file that Switchyard wrote gets back what
/// stood in it before, in all projects. What cannot be done is named, and the rest is done.
public final class InheritAll {
  private final TextFiles files;
  private final JournaledFiles store;
  private final ProjectList projects;
  private final Path home;
  private final Clock clock;

  /// @param projects those that may carry a route that nobody remembers
  /// @param home what the switch is remembered for, since it concerns all projects
  public InheritAll(
      TextFiles files, JournaledFiles store, ProjectList projects, Path home, Clock clock) {
    this.files = files;
    this.store = store;
    this.projects = projects;
    this.home = home;
    this.clock = clock;
  }

  /// @param changes the files that change, or have changed
  /// @param left the files that stay as they are although something of a route is in them
  /// @param notes what the person should know beside that
  public record Outcome(List<FileChange> changes, List<Left> left, List<Message> notes) {
    public Outcome {
      changes = List.copyOf(changes);
      left = List.copyOf(left);
      notes = List.copyOf(notes);
    }
  }

  /// @param file the file
  /// @param reason why it stays as it is, and what to do
  public record Left(Path file, Message reason) {}

  /// What would be done.
  ///
  /// @throws PortException MALFORMED where the journal cannot be read
  public Outcome plan() throws PortException {
    var work = new Work(store.remembered());
    for (var file : work.known.baselines().keySet()) {
      work.attempt(
          file,
          () -> {
            var restored = work.restore(file);
            work.known = work.known.with(restored.baselines());
            return restored.changes();
          });
    }
    return work.outcome();
  }

  /// Does it.
  ///
  /// @return what was done
  /// @throws PortException MALFORMED where the journal cannot be read, TIMEOUT where another
  ///   process is switching
  public Outcome apply() throws PortException {
    return store.exclusively(session -> {
      var work = new Work(session.journal());
      var at = clock.instant();
      var whole =
          new Journal.Switch(
              at, files.real(home), RouteChoice.INHERIT, Optional.empty(), List.of());
      for (var file : work.known.baselines().keySet()) {
        work.attempt(
            file, () -> JournaledFiles.untilUndisturbed(_ -> write(work, file, whole, session)));
      }
      return work.outcome();
    });
  }

  private List<FileChange> write(
      Work work, Path file, Journal.Switch whole, RouteJournal.Session session)
      throws PortException {
    work.known = session.journal();
    var restored = work.restore(file);
    var next =
        restored.changes().isEmpty()
            ? session.journal().with(restored.baselines())
            : session.journal().withMore(restored.baselines(), whole, restored.before());
    store.write(session, restored.changes(), next, SettingsVersion.Cause.INHERIT);
    return restored.changes();
  }

  private record Restored(
      List<FileChange> changes, Map<Path, Optional<Baseline>> baselines, Journal.Before before) {}

  @FunctionalInterface
  private interface Step {
    List<FileChange> run() throws PortException;
  }

  private final class Work {
    private final Journal first;
    private Journal known;
    private final List<FileChange> changes = new ArrayList<>();
    private final List<Left> left = new ArrayList<>();
    private final LinkedHashSet<Message> notes = new LinkedHashSet<>();

    Work(Journal known) {
      this.first = known;
      this.known = known;
    }

    void attempt(Path file, Step step) {
      try {
        var project = file.resolve("../..").normalize();
        if (files.isFolder(project)) {
          changes.addAll(step.run());
        } else {
          left.add(new Left(file, Message.of("route.note.project-gone", project.toString())));
        }
      } catch (PortException e) {
        left.add(new Left(file, e.text()));
      }
    }

    Restored restore(Path file) throws PortException {
      var edit = new SettingsEdit(files, file, known);
      edit.set(Map.of());
      var into = new ArrayList<FileChange>();
      var baselines = new LinkedHashMap<Path, Optional<Baseline>>();
      baselines.put(edit.target(), edit.finish(into));
      into.removeIf(FileChange::changesNothing);
      KeptKeys.note(edit).ifPresent(notes::add);
      return new Restored(into, baselines, edit.before());
    }

    Outcome outcome() throws PortException {
      for (var project : projects.all()) {
        forgotten(project);
      }
      return new Outcome(changes, left, List.copyOf(notes));
    }

    private void forgotten(Project project) {
      var config = project.folder().resolve(".claude");
      for (var name : List.of("settings.json", "settings.local.json")) {
        var file = config.resolve(name);
        if (ForgottenRoute.standsIn(file, files, first)) {
          left.add(new Left(file, Message.of("route.problem.route-left", file.toString())));
        }
      }
    }
  }
}
