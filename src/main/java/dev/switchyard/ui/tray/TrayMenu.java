package dev.switchyard.ui.tray;

import dev.switchyard.domain.Bytes;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.alarm.ProjectAlarm;
import dev.switchyard.domain.memory.MemoryPool;
import dev.switchyard.domain.memory.MemoryReading;
import dev.switchyard.domain.model.ClaudeCodeReadiness;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.route.Destination;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.ProjectRoutes.ProjectRoute;
import dev.switchyard.domain.route.RouteChoice;
import dev.switchyard.domain.route.RouteSentence;
import dev.switchyard.domain.tray.TrayAction;
import dev.switchyard.domain.tray.TrayEntry;
import dev.switchyard.domain.tray.TrayEntry.Mark;
import dev.switchyard.domain.tray.TrayFacts;
import dev.switchyard.domain.tray.TrayIcon;
import dev.switchyard.domain.tray.TrayLook;
import dev.switchyard.domain.work.RequestStage;
import dev.switchyard.ui.work.WorkText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Writes the tray's menu out of what is known.
final class TrayMenu {
  /// More would not be a quick switch.
  private static final int MOST_PROJECTS = 8;

  /// The window lists them all.
  private static final int MOST_ALARMS = 3;

  private final TrayFacts facts;
  private final Set<ModelName> loading;
  private final RequestStage stage;
  private final List<ProjectAlarm> alarms;

  private TrayMenu(
      TrayFacts facts, Set<ModelName> loading, RequestStage stage, List<ProjectAlarm> alarms) {
    this.facts = facts;
    this.loading = loading;
    this.stage = stage;
    this.alarms = alarms;
  }

  /// @param loading models that are on their way into memory
  /// @param stage what the server is doing
  /// @param alarms what needs a person's hand in projects, the worst first
  static TrayLook look(
      TrayFacts facts, Set<ModelName> loading, RequestStage stage, List<ProjectAlarm> alarms) {
    var menu = new TrayMenu(facts, loading, stage, alarms);
    return new TrayLook(menu.icon(), menu.tip(), menu.entries());
  }

  /// The menu while nothing is known yet.
  static TrayLook starting() {
    var text = Message.of("tray.starting");
    var entries = new ArrayList<TrayEntry>();
    entries.add(new TrayEntry.Line(text));
    entries.add(new TrayEntry.Separator());
    entries.addAll(window());
    return new TrayLook(TrayIcon.CLOUD, text, entries);
  }

  /// The model that a local route gets where nobody names one.
  static Optional<String> bestModel(TrayFacts facts) {
    var menu = new TrayMenu(facts, Set.of(), new RequestStage.Resting(), List.of());
    return menu.usable().findFirst().map(model -> model.name().shortText());
  }

  static boolean isDefaultLocal(TrayFacts facts) {
    return facts
        .defaultRoute()
        .toOptional()
        .filter(route -> route.destination().leavesCloud())
        .isPresent();
  }

  private TrayIcon icon() {
    var destinations =
        Stream.concat(
                facts.defaultRoute().toOptional().stream(),
                facts.projects().stream().flatMap(row -> row.route().toOptional().stream()))
            .map(EffectiveRoute::destination)
            .toList();
    return TrayIcon.of(destinations, facts.loaded() instanceof Known.Value<List<LoadedModel>>);
  }

  private Message tip() {
    return Message.of("tray.tip", defaultTarget(), state());
  }

  private List<TrayEntry> entries() {
    var entries = new ArrayList<TrayEntry>();
    entries.add(new TrayEntry.Line(state()));
    entries.add(new TrayEntry.Line(memory()));
    alarms.stream().limit(MOST_ALARMS).map(TrayMenu::alarm).forEach(entries::add);
    entries.add(new TrayEntry.Separator());
    entries.addAll(defaultRoute());
    if (!facts.projects().isEmpty()) {
      entries.add(new TrayEntry.Separator());
      facts.projects().stream().limit(MOST_PROJECTS).map(this::project).forEach(entries::add);
    }
    entries.add(new TrayEntry.Separator());
    entries.addAll(models());
    entries.addAll(window());
    return entries;
  }

  /// What the server is doing while somebody waits for it, else what it has in memory.
  private Message state() {
    return WorkText.line(stage).orElseGet(this::loaded);
  }

  /// A menu has no room for more than whose it is and what it is about.
  private static TrayEntry alarm(ProjectAlarm alarm) {
    var text =
        switch (alarm) {
          case ProjectAlarm.Contexts _ -> Message.of("tray.alarm.contexts", alarm.project().name());
          case ProjectAlarm.Cut _ -> Message.of("tray.alarm.cut", alarm.project().name());
        };
    return new TrayEntry.Item(
        text, Mark.NONE, new TrayAction.ShowProject(alarm.project().folder()));
  }

  private Message loaded() {
    return switch (facts.loaded()) {
      case Known.Unknown<List<LoadedModel>>(var _) -> Message.of("tray.server-away");
      case Known.Value<List<LoadedModel>>(var models) when models.isEmpty() ->
          Message.of("tray.loaded.none");
      case Known.Value<List<LoadedModel>>(var models) when models.size() == 1 ->
          Message.of("tray.loaded.one", models.getFirst().name().shortText());
      case Known.Value<List<LoadedModel>>(var models) ->
          Message.of("tray.loaded.several", models.size());
    };
  }

  private Message memory() {
    return facts
        .memory()
        .toOptional()
        .map(TrayMenu::memory)
        .orElseGet(() -> Message.of("tray.memory", Message.of("tray.memory.unknown")));
  }

  private static Message memory(MemoryReading reading) {
    var ram = used(reading.ram());
    var gpus = reading.gpus().toOptional().orElse(List.of());
    return gpus.size() == 1
        ? Message.of("tray.memory.both", used(gpus.getFirst()), ram)
        : Message.of("tray.memory", ram);
  }

  private static Message used(MemoryPool pool) {
    return pool.usedBytes() instanceof Known.Value<Long>(var used)
            && pool.totalBytes() instanceof Known.Value<Long>(var total)
        ? Message.of("tray.memory.pool", new Bytes(used), new Bytes(total))
        : Message.of("tray.memory.unknown");
  }

  private List<TrayEntry> defaultRoute() {
    var destination = facts.defaultRoute().toOptional().map(EffectiveRoute::destination);
    boolean isCloud = destination.equals(Optional.of(Destination.CLOUD));
    boolean isLocal = isDefaultLocal(facts);
    return List.of(
        new TrayEntry.Line(Message.of("tray.default", defaultTarget())),
        item("tray.local", isLocal, new TrayAction.SwitchDefault(RouteChoice.LOCAL)),
        item("tray.cloud", isCloud, new TrayAction.SwitchDefault(RouteChoice.CLOUD)));
  }

  private Message defaultTarget() {
    return target(facts.defaultRoute());
  }

  private static Message target(Known<EffectiveRoute> known) {
    return known
        .toOptional()
        .map(route ->
            switch (route.destination()) {
              case CLOUD -> Message.of("tray.target.cloud");
              case UNUSABLE -> Message.of("tray.target.unusable");
              case LOCAL ->
                  route
                      .model()
                      .map(model -> Message.of("tray.target.local", model))
                      .orElseGet(() -> Message.of("tray.target.no-model"));
              case OTHER -> Message.of("tray.target.other", RouteSentence.host(route));
            })
        .orElseGet(() -> Message.of("tray.target.unknown"));
  }

  private TrayEntry project(ProjectRoute row) {
    var folder = row.project().folder();
    var entries = new ArrayList<TrayEntry>();
    entries.add(new TrayEntry.Submenu("local", Message.of("tray.local"), localModels(row)));
    entries.add(
        row.route().toOptional().flatMap(EffectiveRoute::localOnly).isPresent()
            ? new TrayEntry.Line(Message.of("tray.cloud-forbidden"))
            : choice("tray.cloud", row, RouteChoice.CLOUD));
    entries.add(choice("tray.inherit", row, RouteChoice.INHERIT));
    entries.add(new TrayEntry.Separator());
    entries.add(plain("tray.launch", new TrayAction.Launch(folder, row.choice())));
    return new TrayEntry.Submenu(
        folder.toString(),
        Message.of("tray.project", row.project().name(), target(row.route())),
        entries);
  }

  private static TrayEntry choice(String key, ProjectRoute row, RouteChoice choice) {
    return item(
        key,
        row.choice() == choice,
        new TrayAction.SwitchProject(row.project().folder(), choice, Optional.empty()));
  }

  private List<TrayEntry> localModels(ProjectRoute row) {
    var current =
        row.route()
            .toOptional()
            .filter(route -> row.choice() == RouteChoice.LOCAL && route.destination().leavesCloud())
            .flatMap(EffectiveRoute::model);
    var names = new LinkedHashSet<String>();
    usable().map(model -> model.name().shortText()).forEach(names::add);
    current.ifPresent(names::add);
    if (names.isEmpty()) {
      return List.of(new TrayEntry.Line(Message.of("tray.no-models")));
    }
    return names.stream()
        .<TrayEntry>map(name ->
            item(
                Message.of("tray.model", name),
                current.equals(Optional.of(name)),
                new TrayAction.SwitchProject(
                    row.project().folder(), RouteChoice.LOCAL, Optional.of(name))))
        .toList();
  }

  private Stream<InstalledModel> installed() {
    return facts.installed().toOptional().stream().flatMap(List::stream);
  }

  /// What Claude Code can work with, the best first.
  private Stream<InstalledModel> usable() {
    return installed()
        .filter(model -> ClaudeCodeReadiness.of(model).level() != ClaudeCodeReadiness.Level.CANNOT)
        .sorted(ClaudeCodeReadiness.BEST_FIRST);
  }

  /// Loading and unloading; nothing where the server is away.
  private List<TrayEntry> models() {
    var inMemory =
        facts.loaded().toOptional().orElse(List.of()).stream().map(LoadedModel::name).toList();
    var toLoad =
        installed()
            .filter(model -> !model.isCloud() && !inMemory.contains(model.name()))
            .map(model -> load(model.name()))
            .toList();
    var entries = new ArrayList<TrayEntry>();
    if (!toLoad.isEmpty()) {
      entries.add(new TrayEntry.Submenu("load", Message.of("tray.load"), toLoad));
    }
    for (var name : inMemory) {
      var text = Message.of("tray.unload", name.shortText());
      entries.add(new TrayEntry.Item(text, Mark.NONE, new TrayAction.Unload(name)));
    }
    if (!entries.isEmpty()) {
      entries.add(new TrayEntry.Separator());
    }
    return entries;
  }

  private TrayEntry load(ModelName name) {
    return loading.contains(name)
        ? new TrayEntry.Line(Message.of("tray.loading", name.shortText()))
        : new TrayEntry.Item(
            Message.of("tray.model", name.shortText()), Mark.NONE, new TrayAction.Load(name));
  }

  private static List<TrayEntry> window() {
    return List.of(
        plain("tray.open", new TrayAction.Open()), plain("tray.quit", new TrayAction.Quit()));
  }

  private static TrayEntry plain(String key, TrayAction action) {
    return new TrayEntry.Item(Message.of(key), Mark.NONE, action);
  }

  private static TrayEntry item(String key, boolean isOn, TrayAction action) {
    return item(Message.of(key), isOn, action);
  }

  private static TrayEntry item(Message text, boolean isOn, TrayAction action) {
    return new TrayEntry.Item(text, isOn ? Mark.ON : Mark.OFF, action);
  }
}
