package dev.switchyard.domain.route;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.ReadableFiles;
import dev.switchyard.domain.project.GitRepositories;
import dev.switchyard.domain.route.text.Section;
import dev.switchyard.domain.route.text.SettingKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads the layers of a folder and resolves them.
public final class SettingsRouteReader implements RouteReader {
  private final ReadableFiles files;
  private final SettingsContents contents;
  private final GitRepositories repositories;
  private final SettingsPlaces places;
  private final ClaudeAccounts accounts;
  private final ClaudeSurroundings surroundings;
  private final StartEnvironments environments;
  private final RouteKnowledge knowledge;

  /// With Switchyard's own environment for every way of starting.
  public SettingsRouteReader(
      ReadableFiles files,
      GitRepositories repositories,
      ClaudeAccounts accounts,
      ClaudeSurroundings surroundings) {
    this(
        files,
        repositories,
        accounts,
        surroundings,
        _ -> StartEnvironment.own(surroundings.process()));
  }

  public SettingsRouteReader(
      ReadableFiles files,
      GitRepositories repositories,
      ClaudeAccounts accounts,
      ClaudeSurroundings surroundings,
      StartEnvironments environments) {
    this(files, repositories, accounts, surroundings, environments, RouteKnowledge.NOTHING);
  }

  public SettingsRouteReader(
      ReadableFiles files,
      GitRepositories repositories,
      ClaudeAccounts accounts,
      ClaudeSurroundings surroundings,
      StartEnvironments environments,
      RouteKnowledge knowledge) {
    this(
        files,
        new SettingsContents.Fresh(files),
        repositories,
        new SettingsPlaces(files, repositories, surroundings.user()),
        accounts,
        surroundings,
        environments,
        knowledge);
  }

  private SettingsRouteReader(
      ReadableFiles files,
      SettingsContents contents,
      GitRepositories repositories,
      SettingsPlaces places,
      ClaudeAccounts accounts,
      ClaudeSurroundings surroundings,
      StartEnvironments environments,
      RouteKnowledge knowledge) {
    this.files = files;
    this.contents = contents;
    this.repositories = repositories;
    this.places = places;
    this.accounts = accounts;
    this.surroundings = surroundings;
    this.environments = environments;
    this.knowledge = knowledge;
  }

  /// The same as if a person had named this endpoint: what is planned for it holds only then.
  SettingsRouteReader knowing(RouteEndpoint endpoint) {
    return new SettingsRouteReader(
        files,
        contents,
        repositories,
        places,
        accounts,
        surroundings,
        environments,
        knowledge.with(endpoint));
  }

  @Override
  public EffectiveRoute read(ClaudeStart start) throws PortException {
    return RouteResolver.resolve(inputs(start));
  }

  @Override
  public EffectiveRoute readDefault() throws PortException {
    return RouteResolver.resolve(defaultInputs());
  }

  /// The route of a Claude Code that runs already, as the files are now.
  ///
  /// @throws PortException as [#read(ClaudeStart)]
  public EffectiveRoute read(RunningStart running) throws PortException {
    var inputs = inputs(running.start());
    var layers =
        inputs.layers().stream()
            .filter(layer -> !running.ignored().contains(layer.layer()))
            .toList();
    return RouteResolver.resolve(
        new RouteInputs(
            inputs.folder(),
            layers,
            running.environment(),
            inputs.model(),
            inputs.account(),
            List.of(),
            knowledge));
  }

  /// The settings files that are looked up for a start, strongest first, each with what it holds.
  ///
  /// @throws PortException as [#read(ClaudeStart)]
  public List<SettingsLayer> layers(ClaudeStart start) throws PortException {
    return inputs(start).layers();
  }

  /// What a start is given before any settings file is read.
  public StartEnvironment environment(StartedFrom from) {
    return environments.of(from);
  }

  /// The files are read once for all ways of starting.
  @Override
  public RoutesByStart readAll(ClaudeStart start) throws PortException {
    var inputs = inputs(start);
    var config = floatingConfigFolder(inputs.process());
    var routes = new EnumMap<StartedFrom, EffectiveRoute>(StartedFrom.class);
    for (var from : StartedFrom.values()) {
      var environment = environments.of(from).below(start.variables());
      boolean readsTheSame = floatingConfigFolder(environment).equals(config);
      routes.put(
          from,
          RouteResolver.resolve(
              readsTheSame ? inputs.startedWith(environment) : inputs(start.startedFrom(from))));
    }
    return new RoutesByStart(routes);
  }

  @Override
  public SettingsRouteReader atThisMoment() {
    var shared = new SharedLookups(files, repositories);
    var account = accounts.read();
    var byStart = new EnumMap<StartedFrom, StartEnvironment>(StartedFrom.class);
    return new SettingsRouteReader(
        shared,
        new SettingsContents.Remembered(new SettingsContents.Fresh(shared)),
        shared,
        new SettingsPlaces(shared, shared, surroundings.user()),
        () -> account,
        surroundings,
        from -> byStart.computeIfAbsent(from, environments::of),
        knowledge.atThisMoment());
  }

  /// Those of all ways of starting, the terminal's first, without repetition.
  List<StartEnvironment> environments() {
    return Stream.of(StartedFrom.values()).map(environments::of).distinct().toList();
  }

  RouteInputs defaultInputs() throws PortException {
    var layers = managed();
    layers.add(layer(Layer.USER, places.user()));
    return new RouteInputs(
        surroundings.home(),
        layers,
        environments.of(StartedFrom.TERMINAL),
        Optional.empty(),
        accounts.read(),
        List.of(),
        knowledge);
  }

  RouteInputs inputs(Path folder) throws PortException {
    return inputs(new ClaudeStart(folder, StartedFrom.TERMINAL));
  }

  RouteInputs inputs(ClaudeStart start) throws PortException {
    var folder = start.folder();
    var layers = managed();
    if (start.settings().isPresent()) {
      layers.add(new SettingsFlag(files, folder).layer(start.settings().get()));
    }
    for (var local : places.locals(folder)) {
      layers.add(layer(Layer.LOCAL, local));
    }
    if (!places.project(folder).equals(places.user())) {
      layers.add(layer(Layer.PROJECT, places.project(folder)));
    }
    var environment = environments.of(start.from()).below(start.variables());
    layers.add(
        layer(
            Layer.USER,
            floatingConfigFolder(environment)
                .map(config -> folder.resolve(config).resolve("settings.json"))
                .orElse(places.user())));
    return new RouteInputs(
        folder,
        layers,
        environment,
        start.model(),
        accounts.read(),
        unread(folder, layers),
        knowledge);
  }

  /// A `CLAUDE_CONFIG_DIR` that is no whole path, be it empty: Claude Code looks it up from
  /// wherever it is started.
  static Optional<String> floatingConfigFolder(StartEnvironment environment) {
    return Optional.ofNullable(environment.variables().get("CLAUDE_CONFIG_DIR"))
        .filter(folder -> !folder.startsWith("/") && !folder.matches("[A-Za-z]:.*"));
  }

  /// The same where some files hold something else: what they held before, or would after a change.
  ///
  /// @param contents empty for a file that is not there
  public SettingsRouteReader over(Map<Path, Optional<byte[]>> contents) {
    var others = new OverlaidFiles(files, contents);
    return new SettingsRouteReader(
        others,
        new SettingsContents.Fresh(others),
        repositories,
        places,
        accounts,
        surroundings,
        environments,
        knowledge);
  }

  /// The files of the drop-in folder beat the administrator's main file, the last name all others.
  private List<SettingsLayer> managed() throws PortException {
    var layers = new ArrayList<SettingsLayer>();
    var main = surroundings.managed();
    for (var file : files.filesIn(main.resolveSibling("managed-settings.d")).reversed()) {
      var name = file.getFileName().toString();
      if (name.endsWith(".json") && !name.startsWith(".")) {
        layers.add(layer(Layer.MANAGED, file));
      }
    }
    layers.add(layer(Layer.MANAGED, main));
    return layers;
  }

  private SettingsLayer layer(Layer layer, Path file) throws PortException {
    return new SettingsLayer(layer, file, contents.of(layer, file));
  }

  /// Only files that would route are worth a word.
  private List<RouteInputs.Unread> unread(Path folder, List<SettingsLayer> layers)
      throws PortException {
    var unread = new ArrayList<RouteInputs.Unread>();
    for (var parent : places.parents(folder)) {
      if (routes(parent) && layers.stream().noneMatch(layer -> layer.file().equals(parent))) {
        unread.add(new RouteInputs.Unread(parent, RouteInputs.Unread.Kind.PARENT_PROJECT));
        break;
      }
    }
    for (var between : places.passedOver(folder)) {
      if (routes(between)) {
        unread.add(new RouteInputs.Unread(between, RouteInputs.Unread.Kind.SUBFOLDER_LOCAL));
      }
    }
    return unread;
  }

  private boolean routes(Path file) throws PortException {
    return contents.of(Layer.PROJECT, file) instanceof SettingsLayer.Content.Loaded(var text)
        && (text.value(SettingKey.env("ANTHROPIC_BASE_URL")).isPresent()
            || text.names(Section.TOP).contains("model"));
  }
}
