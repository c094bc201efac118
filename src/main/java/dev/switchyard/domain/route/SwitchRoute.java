package dev.switchyard.domain.route;

import dev.switchyard.domain.FileChange;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.TextFiles;
import dev.switchyard.domain.project.GitRepositories;
import dev.switchyard.domain.route.RouteRequest.LocalTarget;
import dev.switchyard.domain.route.option.RouteOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The use case of switching a project or the default route, and of taking the last switch back:
/// first a plan to look at, then the plan carried out, all of it or nothing.
public final class SwitchRoute {
  private final TextFiles files;
  private final GitRepositories repositories;
  private final SettingsRouteReader reader;
  private final JournaledFiles store;
  private final ClaudeSurroundings surroundings;
  private final Projects projects;
  private final Clock clock;

  /// The folders of all projects that are known.
  @FunctionalInterface
  public interface Projects {
    List<Path> folders() throws PortException;
  }

  /// @param projects those that a default route would concern
  public SwitchRoute(
      TextFiles files,
      GitRepositories repositories,
      SettingsRouteReader reader,
      JournaledFiles store,
      ClaudeSurroundings surroundings,
      Projects projects,
      Clock clock) {
    this.files = files;
    this.repositories = repositories;
    this.reader = reader;
    this.store = store;
    this.surroundings = surroundings;
    this.projects = projects;
    this.clock = clock;
  }

  /// What the switch would do.
  ///
  /// @throws PortException MISSING for a folder that is gone; MALFORMED or REFUSED where a settings
  ///   file must not be touched, or where a cloud credential would be sent to another server
  public RoutePlan plan(RouteRequest request) throws PortException {
    return plan(request, store.remembered());
  }

  /// Carries a plan out that somebody has looked at.
  ///
  /// @return the route that follows
  /// @throws PortException CONFLICT where the files or the journal changed since the plan was made,
  ///   DENIED, NO_SPACE, FAILED; everything is then as it was
  public EffectiveRoute apply(RoutePlan plan) throws PortException {
    return apply(plan, _ -> {});
  }

  /// Told of a switch before anything of it is written.
  @FunctionalInterface
  public interface Announcement {
    /// @throws PortException nothing is written then
    void of(Journal.Switch coming) throws PortException;
  }

  /// As [#apply(RoutePlan)], and says which switch it will be: by then nobody else's can come in
  /// between.
  public EffectiveRoute apply(RoutePlan plan, Announcement announcement) throws PortException {
    return store.exclusively(session -> {
      var fresh = plan(plan.request(), session.journal());
      if (!fresh.changesTheSameAs(plan)) {
        throw changedSinceShown();
      }
      return routeAfter(carryOut(fresh, session, true, announcement));
    });
  }

  /// A switch that was carried out.
  ///
  /// @param plan what was done
  /// @param route the route that follows
  public record Switched(RoutePlan plan, EffectiveRoute route) {}

  /// Switches without a look at the plan before, so that nothing can change in between.
  ///
  /// @throws PortException as [#plan] and [#apply]
  public Switched change(RouteRequest request) throws PortException {
    return store.exclusively(session -> {
      var done = carryOut(plan(request, session.journal()), session, false, _ -> {});
      return new Switched(done, routeAfter(done));
    });
  }

  /// What Switchyard remembers.
  public Journal remembered() throws PortException {
    return store.remembered();
  }

  /// What was chosen last for a folder, by whatever name it is known; empty where nothing was.
  public Optional<RouteChoice> choice(Path folder) throws PortException {
    return choice(folder, store.remembered());
  }

  /// The model that a folder was routed to last; empty where that is not remembered.
  public Optional<String> model(Path folder) throws PortException {
    return store.remembered().model(files.real(folder));
  }

  /// What was chosen of a folder's options, as far as it is not what is usual for the context.
  public RouteOptions options(Path folder) throws PortException {
    var places = new SettingsPlaces(files, repositories, surroundings.user());
    return RememberedOptions.of(
        store.remembered(),
        Stream.of(places.local(folder), places.project(folder)).map(files::target));
  }

  Optional<RouteChoice> choice(Path folder, Journal journal) {
    return journal.choice(files.real(folder));
  }

  /// The switch that [#undo] would take back.
  public Optional<Journal.Switch> last() throws PortException {
    return store.remembered().last();
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
    return undo(_ -> true);
  }

  /// Takes the switch of that moment back where no other one has followed.
  ///
  /// @return empty where it is not the last one
  /// @throws PortException as [#apply]
  public Optional<Undone> undo(Instant at) throws PortException {
    return undo(last -> last.at().equals(at));
  }

  private Optional<Undone> undo(Predicate<Journal.Switch> wanted) throws PortException {
    return store.exclusively(session -> {
      var last = session.journal().last().filter(wanted);
      if (last.isEmpty()) {
        return Optional.empty();
      }
      var notes = JournaledFiles.untilUndisturbed(_ -> undo(last.get(), session));
      return Optional.of(new Undone(last.get(), notes));
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
      baselines.put(edit.target(), edit.finish(changes));
      KeptKeys.note(edit).ifPresent(notes::add);
    }
    changes.removeIf(FileChange::changesNothing);
    store.write(
        session, changes, session.journal().withoutLast(baselines), SettingsVersion.Cause.UNDO);
    return notes;
  }

  /// @param shown whether somebody has looked at the plan: a second try may then change no more of
  ///   the route than what they saw
  private RoutePlan carryOut(
      RoutePlan first, RouteJournal.Session session, boolean shown, Announcement announcement)
      throws PortException {
    return JournaledFiles.untilUndisturbed(attempt -> {
      var plan = attempt == 1 ? first : plan(first.request(), session.journal());
      if (shown && !plan.meansTheSameAs(first)) {
        throw changedSinceShown();
      }
      var coming = plan.journal().last();
      if (coming.isPresent() && !coming.equals(session.journal().last())) {
        announcement.of(coming.get());
      }
      var cause = SettingsVersion.Cause.of(plan.request().choice());
      store.write(session, plan.changes(), plan.journal(), cause);
      return plan;
    });
  }

  private RoutePlan plan(RouteRequest request, Journal known) throws PortException {
    var aware = request.local().flatMap(LocalTarget::endpoint).map(reader::knowing).orElse(reader);
    return new RoutePlanner(
            files, repositories, surroundings.user(), aware, projects, known, request)
        .plan(clock.instant());
  }

  private static PortException changedSinceShown() {
    return new PortException(PortException.Kind.CONFLICT, Message.of("route.changed-since-shown"));
  }

  private EffectiveRoute routeAfter(RoutePlan done) throws PortException {
    var request = done.request();
    var route = request.isDefaultRoute() ? reader.readDefault() : reader.read(request.folder());
    return route.with(done.missed());
  }
}
