package dev.switchyard.domain.route;

import dev.switchyard.domain.FileChange;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.TextFiles;
import dev.switchyard.domain.project.GitRepositories;
import dev.switchyard.domain.project.GitRepositories.Checkout;
import dev.switchyard.domain.route.Journal.Baseline;
import dev.switchyard.domain.route.Journal.Before;
import dev.switchyard.domain.route.text.SettingKey;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Works out what one switch would write. It reads, and writes nothing.
final class RoutePlanner {
  /// Permission modes in which auto mode's classifier never runs. Plan mode arms it.
  private static final Set<String> MODES_WITHOUT_CLASSIFIER =
      Set.of("default", "manual", "acceptEdits", "bypassPermissions", "dontAsk");

  private final TextFiles files;
  private final SettingsPlaces places;
  private final SettingsRouteReader reader;
  private final Journal journal;
  private final RouteRequest request;
  private final Map<Path, SettingsEdit> edits = new LinkedHashMap<>();

  RoutePlanner(
      TextFiles files,
      GitRepositories repositories,
      Path userSettings,
      SettingsRouteReader reader,
      Journal journal,
      RouteRequest request) {
    this.files = files;
    this.places = new SettingsPlaces(repositories, userSettings);
    this.reader = reader;
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
    var expected = RouteResolver.resolve(inputs(contents()));
    refuseLeak(expected);
    return finish(expected, now);
  }

  private void routeLocally(RouteRequest.LocalTarget target) throws PortException {
    var scope = request.scope().orElse(Scope.PROJECT);
    var edit = edit(places.of(scope, request.folder()));
    // What is needed is decided as if no key of ours stood there: else it would seem to be the
    // person's own.
    var without = Map.of(edit.file(), edit.withoutOurs());
    edit.set(RouteKeys.changes(localRoute(target, resolution(without))));
    hideFromGit(edit, scope);
  }

  private void restoreAll() throws PortException {
    for (var file : filesOfScope()) {
      if (journal.baseline(file).isPresent()) {
        edit(file).set(Map.of());
      }
    }
  }

  private void keepInCloud() throws PortException {
    restoreAll();
    var resolution = resolution(contents());
    var blanks = CloudBlanks.of(resolution, request.cloudModel());
    if (!blanks.isEmpty()) {
      var scope = request.scope().orElseGet(() -> scopeThatCancels(resolution, blanks.keySet()));
      var edit = edit(places.of(scope, request.folder()));
      edit.set(blanks);
      hideFromGit(edit, scope);
    }
  }

  /// A blank has to stand at least as high as what it cancels.
  private Scope scopeThatCancels(Resolution resolution, Set<SettingKey> keys) {
    boolean localRoutes =
        keys.stream()
            .flatMap(key -> resolution.settings().winner(key).stream())
            .anyMatch(source -> source.layer() == Layer.LOCAL);
    return localRoutes ? Scope.LOCAL : request.blanksIn();
  }

  private LocalRoute localRoute(RouteRequest.LocalTarget target, Resolution found) {
    var proxies = new ProxyRule(found.settings());
    boolean keepsClassifierOff =
        found
            .settings()
            .value(SettingKey.permission("defaultMode"))
            .filter(MODES_WITHOUT_CLASSIFIER::contains)
            .isPresent();
    return new LocalRoute(
        target.baseUrl(),
        LocalRoute.PLACEHOLDER,
        target.model(),
        target.contextTokens(),
        found.inputs().account().mayHoldConsoleKey()
            || found.settings().value(CredentialRule.HELPER).isPresent(),
        proxies.exemption(BaseUrl.parse(target.baseUrl())),
        proxies.usesLowerCase(),
        !keepsClassifierOff);
  }

  private void hideFromGit(SettingsEdit edit, Scope scope) {
    if (scope == Scope.LOCAL) {
      places.checkout(request.folder()).map(Checkout::excludeFile).ifPresent(edit::excludeIn);
    }
  }

  /// A cloud credential is never sent to another server; what our own keys cannot stop is not done
  /// at all.
  private void refuseLeak(EffectiveRoute expected) throws PortException {
    var leak =
        expected.problems().stream()
            .filter(problem -> problem.id().equals("credential-leak"))
            .findFirst();
    if (request.choice() == RouteChoice.LOCAL && leak.isPresent()) {
      throw new PortException(
          PortException.Kind.REFUSED, Message.of("route.refused.leak", leak.get().text()));
    }
  }

  private RoutePlan finish(EffectiveRoute expected, Instant now) throws PortException {
    var changes = new ArrayList<FileChange>();
    var before = new ArrayList<Before>();
    var baselines = new LinkedHashMap<Path, Optional<Baseline>>();
    var notes = new ArrayList<Message>();
    for (var edit : edits.values()) {
      baselines.put(edit.file(), edit.finish(changes));
      before.add(edit.before());
      KeptKeys.note(edit).ifPresent(notes::add);
    }
    changes.removeIf(FileChange::changesNothing);
    var folder = request.folder();
    var done = new Journal.Switch(now, folder, request.choice(), journal.choice(folder), before);
    var next =
        changes.isEmpty()
            ? journal.with(baselines, folder, request.choice())
            : journal.with(baselines, done);
    return new RoutePlan(request, changes, next, expected, notes);
  }

  private List<Path> filesOfScope() {
    return request
        .scope()
        .map(scope -> List.of(places.of(scope, request.folder())))
        .orElseGet(() -> List.of(places.local(request.folder()), places.project(request.folder())));
  }

  private Resolution resolution(Map<Path, Optional<byte[]>> contents) throws PortException {
    return RouteResolver.resolution(inputs(contents));
  }

  private RouteInputs inputs(Map<Path, Optional<byte[]>> contents) throws PortException {
    var ahead = reader.over(new OverlaidFiles(files, contents));
    return request.isDefaultRoute() ? ahead.defaultInputs() : ahead.inputs(request.folder());
  }

  private Map<Path, Optional<byte[]>> contents() {
    var contents = new LinkedHashMap<Path, Optional<byte[]>>();
    edits.values().forEach(edit -> contents.put(edit.file(), edit.after()));
    return contents;
  }

  private SettingsEdit edit(Path file) throws PortException {
    var existing = edits.get(file);
    if (existing != null) {
      return existing;
    }
    var fresh = new SettingsEdit(files, file, journal.baseline(file));
    edits.put(file, fresh);
    return fresh;
  }
}
