package dev.switchyard.domain.route;

import dev.switchyard.domain.FileChange;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.TextFiles;
import dev.switchyard.domain.project.GitRepositories;
import dev.switchyard.domain.project.GitRepositories.Checkout;
import dev.switchyard.domain.route.Journal.Baseline;
import dev.switchyard.domain.route.Journal.Before;
import dev.switchyard.domain.route.option.RouteOptions;
import dev.switchyard.domain.route.text.SettingKey;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Works out what one switch would write. It reads, and writes nothing.
final class RoutePlanner {
  private final TextFiles files;
  private final SettingsPlaces places;
  private final SettingsRouteReader reader;
  private final SwitchRoute.Projects projects;
  private final Journal journal;
  private RouteRequest request;
  private final Map<Path, SettingsEdit> edits = new LinkedHashMap<>();
  private final List<Message> notes = new ArrayList<>();

  RoutePlanner(
      TextFiles files,
      GitRepositories repositories,
      Path userSettings,
      SettingsRouteReader reader,
      SwitchRoute.Projects projects,
      Journal journal,
      RouteRequest request) {
    this.files = files;
    this.places = new SettingsPlaces(files, repositories, userSettings);
    this.reader = reader;
    this.projects = projects;
    this.journal = journal;
    this.request = request;
  }

  RoutePlan plan(Instant now) throws PortException {
    if (!files.isFolder(request.folder())) {
      throw new PortException(
          PortException.Kind.MISSING,
          Message.of("route.folder-missing", request.folder().toString()));
    }
    switch (request.choice()) {
      case LOCAL -> routeLocally(request.local().orElseThrow());
      case CLOUD -> keepInCloud();
      case INHERIT -> restoreAll();
    }
    var inputs = inputs(contents());
    for (var environment : reader.environments()) {
      var expected = RouteResolver.resolve(inputs.startedWith(environment));
      refuseLeak(expected);
      refuseForbidden(expected);
    }
    refuseLeaksOfProjects();
    return finish(RouteResolver.resolve(inputs), now);
  }

  private void routeLocally(RouteRequest.LocalTarget target) throws PortException {
    var scope = request.scope().orElseGet(() -> usualScope(target));
    var edit = edit(places.of(scope, request.folder()));
    // What is needed is decided as if no key of ours stood anywhere: else it would seem to be the
    // person's own, and what another of our routes brings goes when that one is switched back.
    var chosen =
        target.with(target.options().orElse(usualOptions(target.contextTokens(), edit.file())));
    request = request.with(chosen.options());
    edit.set(
        RouteKeys.changes(
            LocalRoutes.of(chosen, fromAnywhere(withoutOurs()), helperStandsBeside(edit))));
    EndpointNotes.of(target, scope, request.scope().isPresent()).forEach(notes::add);
    RoomNote.of(chosen, target.options()).ifPresent(notes::add);
    hideFromGit(edit, scope);
  }

  /// A command or a file of this machine has no place in a file that others get; and what stands in
  /// the person's own file is stronger than the shared one.
  private Scope usualScope(RouteRequest.LocalTarget target) {
    boolean routedAlone = baseline(places.local(request.folder())).isPresent();
    return target.endpoint().filter(one -> routedAlone || one.isOfThisMachine()).isPresent()
        ? Scope.LOCAL
        : Scope.PROJECT;
  }

  /// Whether another of our routes would go on giving its endpoint's token to this one.
  private boolean helperStandsBeside(SettingsEdit edit) throws PortException {
    var without = new LinkedHashMap<Path, Optional<byte[]>>();
    without.put(edit.target(), edit.withoutOurs());
    return fromAnywhere(without).settings().value(CredentialRule.HELPER).isPresent();
  }

  /// What was chosen for this file, or for another one of the project, else what is usual for the
  /// context.
  private RouteOptions usualOptions(int contextTokens, Path file) {
    var others =
        request.isDefaultRoute()
            ? Stream.<Path>empty()
            : Stream.of(places.local(request.folder()), places.project(request.folder()));
    return RememberedOptions.of(journal, Stream.concat(Stream.of(file), others))
        .orElse(RouteOptions.usual(contextTokens));
  }

  private Map<Path, Optional<byte[]>> withoutOurs() {
    var without = new LinkedHashMap<Path, Optional<byte[]>>();
    for (var scope : Scope.values()) {
      var file = places.of(scope, request.folder());
      try {
        if (baseline(file).isPresent()) {
          without.put(files.target(file), new SettingsEdit(files, file, journal).withoutOurs());
        }
      } catch (PortException _) {
        // Claude Code skips such a file as a whole, and so does what is decided here.
      }
    }
    return without;
  }

  private void restoreAll() throws PortException {
    for (var file : filesOfScope()) {
      if (baseline(file).isPresent()) {
        edit(file).set(Map.of());
      }
    }
  }

  private void keepInCloud() throws PortException {
    restoreAll();
    var inputs = inputs(contents());
    var resolution = RouteResolver.resolution(inputs);
    var wanted = new LinkedHashMap<SettingKey, Optional<String>>();
    for (var environment : reader.environments()) {
      var found = RouteResolver.resolution(inputs.startedWith(environment));
      CloudBlanks.of(found, request.cloudModel()).forEach(wanted::putIfAbsent);
    }
    var scope = request.scope().orElseGet(() -> scopeThatCancels(resolution, wanted.keySet()));
    var blanks = CloudBlanks.effective(wanted, resolution, layer(scope));
    if (!blanks.isEmpty()) {
      giveHelperBack(blanks, scope);
      var edit = edit(places.of(scope, request.folder()));
      edit.set(blanks);
      hideFromGit(edit, scope);
    }
  }

  /// The default route put a placeholder where the person's own key helper stood. It is their own
  /// command, so it goes into a file of their own only.
  private void giveHelperBack(Map<SettingKey, Optional<String>> blanks, Scope scope) {
    var helper = CredentialRule.HELPER;
    var own =
        baseline(places.user())
            .flatMap(known -> known.standing().value(helper))
            .filter(_ -> blanks.containsKey(helper) && scope != Scope.USER);
    if (own.isPresent() && scope == Scope.LOCAL) {
      blanks.put(helper, own);
    } else if (own.isPresent()) {
      notes.add(Message.of("route.note.helper-hidden", places.user().toString()));
    }
  }

  /// A blank has to stand at least as high as what it cancels, and where the person wrote before.
  private Scope scopeThatCancels(Resolution resolution, Set<SettingKey> keys) {
    boolean localRoutes =
        keys.stream()
            .flatMap(key -> resolution.settings().winner(key).stream())
            .anyMatch(source -> source.layer() == Layer.LOCAL);
    boolean justMe =
        baseline(places.local(request.folder())).isPresent()
            && baseline(places.project(request.folder())).isEmpty();
    return localRoutes || justMe ? Scope.LOCAL : request.blanksIn();
  }

  private static Layer layer(Scope scope) {
    return switch (scope) {
      case LOCAL -> Layer.LOCAL;
      case PROJECT -> Layer.PROJECT;
      case USER -> Layer.USER;
    };
  }

  private void hideFromGit(SettingsEdit edit, Scope scope) {
    if (scope == Scope.LOCAL) {
      places
          .checkout(request.folder())
          .filter(checkout -> files.isFolder(checkout.commonFolder()))
          .map(Checkout::excludeFile)
          .ifPresent(edit::excludeIn);
    }
  }

  private void refuseLeak(EffectiveRoute expected) throws PortException {
    if (request.choice() == RouteChoice.LOCAL) {
      LocalRoutes.refuseLeak(expected);
    }
  }

  /// Taking a route back is always possible; what follows from it is then not launched.
  private void refuseForbidden(EffectiveRoute expected) throws PortException {
    var reason = expected.forbidden();
    if (reason.isPresent() && request.choice() != RouteChoice.INHERIT) {
      throw new PortException(PortException.Kind.REFUSED, reason.get());
    }
  }

  private void refuseLeaksOfProjects() throws PortException {
    if (request.choice() != RouteChoice.INHERIT && request.isDefaultRoute()) {
      var now = reader.atThisMoment();
      new ProjectLeaks(files, now, now.over(contents())).refuse(projects.folders());
    }
  }

  private RoutePlan finish(EffectiveRoute expected, Instant now) throws PortException {
    var changes = new ArrayList<FileChange>();
    var before = new ArrayList<Before>();
    var baselines = new LinkedHashMap<Path, Optional<Baseline>>();
    for (var edit : edits.values()) {
      baselines.put(edit.target(), edit.finish(changes));
      before.add(edit.before());
      KeptKeys.note(edit).ifPresent(notes::add);
    }
    changes.removeIf(FileChange::changesNothing);
    var folder = files.real(request.folder());
    var done = new Journal.Switch(now, folder, request.choice(), journal.choice(folder), before);
    var next =
        changes.isEmpty()
            ? journal.with(baselines, folder, request.choice())
            : journal.with(baselines, done);
    var missed = RouteGoal.missed(request, expected, leftover());
    return new RoutePlan(request, changes, next, expected.with(missed), missed, notes);
  }

  private Optional<Path> leftover() {
    return request.choice() == RouteChoice.INHERIT
        ? filesOfScope().stream()
            .filter(file -> ForgottenRoute.standsIn(file, files, journal))
            .findFirst()
        : Optional.empty();
  }

  private List<Path> filesOfScope() {
    return request
        .scope()
        .map(scope -> List.of(places.of(scope, request.folder())))
        .orElseGet(() -> List.of(places.local(request.folder()), places.project(request.folder())));
  }

  /// What is found however Claude Code is started: what is written has to hold for all ways.
  private Resolution fromAnywhere(Map<Path, Optional<byte[]>> contents) throws PortException {
    var together = StartEnvironment.together(reader.environments());
    return RouteResolver.resolution(inputs(contents).startedWith(together));
  }

  private RouteInputs inputs(Map<Path, Optional<byte[]>> contents) throws PortException {
    var ahead = reader.over(contents);
    return request.isDefaultRoute() ? ahead.defaultInputs() : ahead.inputs(request.folder());
  }

  private Map<Path, Optional<byte[]>> contents() {
    var contents = new LinkedHashMap<Path, Optional<byte[]>>();
    edits.values().forEach(edit -> contents.put(edit.target(), edit.after()));
    return contents;
  }

  private Optional<Baseline> baseline(Path file) {
    return journal.baseline(files.target(file));
  }

  private SettingsEdit edit(Path file) throws PortException {
    var target = files.target(file);
    var existing = edits.get(target);
    if (existing != null) {
      return existing;
    }
    var fresh = new SettingsEdit(files, file, journal);
    edits.put(target, fresh);
    return fresh;
  }
}
