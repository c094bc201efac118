package dev.switchyard.domain.session;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.TextFiles;
import dev.switchyard.domain.launch.SessionOptions;
import dev.switchyard.domain.route.ClaudeStart;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.Layer;
import dev.switchyard.domain.route.RestrictedMode;
import dev.switchyard.domain.route.RunningStart;
import dev.switchyard.domain.route.SettingsLayer;
import dev.switchyard.domain.route.SettingsRouteReader;
import dev.switchyard.domain.route.StartEnvironment;
import dev.switchyard.domain.session.EarlierSettings.Earlier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Works out where a running session's next message goes.
///
/// Source: measured on an interactive Claude Code 2.1.330. It reads its settings files again when
/// they change, also those that were not there at its start, and lays their variables over its own,
/// so that a changed one counts from the next message on; a variable that no file sets any more
/// keeps its last value until the session ends. The model is chosen once, at the start. A file that
/// has become invalid is passed over, and what it said before stays.
final class FollowedRoute {
  private final TextFiles files;
  private final SettingsRouteReader reader;
  private final EarlierSettings earlier;

  FollowedRoute(TextFiles files, SettingsRouteReader reader, EarlierSettings earlier) {
    this.files = files;
    this.reader = reader;
    this.earlier = earlier;
  }

  SessionRoute of(RunningSession session) {
    return switch (session.folder()) {
      case Known.Unknown<Path>(var reason) -> SessionRoute.unsure(Known.unknown(reason), reason);
      case Known.Value<Path>(var folder) -> of(session, running(session, folder));
    };
  }

  private RunningStart running(RunningSession session, Path folder) {
    var options = session.options();
    var start =
        new ClaudeStart(
            folder,
            session.startedFrom(),
            options.settings(),
            options.model().map(name -> new ClaudeStart.ModelArgument(name, false)));
    var environment =
        session
            .process()
            .environment()
            .toOptional()
            .map(variables -> StartEnvironment.of(Message.of("sessions.feed.own"), variables))
            .orElseGet(() -> reader.environment(session.startedFrom()));
    return new RunningStart(start, environment, ignored(options, environment));
  }

  private static Set<Layer> ignored(SessionOptions options, StartEnvironment environment) {
    if (options.restricted() || RestrictedMode.isOn(environment)) {
      return RestrictedMode.LEAVES_OUT;
    }
    if (options.settingSources().isEmpty()) {
      return Set.of();
    }
    var named = List.of(options.settingSources().get().split(",", -1));
    var ignored = new LinkedHashSet<>(RestrictedMode.LEAVES_OUT);
    ignored.removeIf(layer -> named.stream().map(String::strip).anyMatch(layer.wireName()::equals));
    return ignored;
  }

  private SessionRoute of(RunningSession session, RunningStart running) {
    EffectiveRoute fresh;
    try {
      fresh = reader.read(running);
    } catch (PortException e) {
      return SessionRoute.unsure(Known.unknown(e.text()), e.text());
    }
    try {
      var layers = layers(reader, running);
      var pasts = pasts(layers, session);
      for (var past : pasts) {
        if (past.contents() instanceof Known.Unknown<List<Earlier>>(var reason)) {
          return SessionRoute.unsure(Known.of(fresh), reason);
        }
      }
      return compared(session, running, fresh, layers, pasts);
    } catch (PortException e) {
      return SessionRoute.unsure(Known.of(fresh), e.text());
    }
  }

  private List<SettingsPast> pasts(List<SettingsLayer> layers, RunningSession session)
      throws PortException {
    var pasts = new ArrayList<SettingsPast>();
    for (var layer : layers) {
      boolean isFile = layer.layer() != Layer.FLAG || !session.options().hasInlineSettings();
      if (isFile) {
        pasts.add(
            SettingsPast.of(earlier, layer.file(), files.read(layer.file()), session.startedAt()));
      }
    }
    return pasts;
  }

  private SessionRoute compared(
      RunningSession session,
      RunningStart running,
      EffectiveRoute fresh,
      List<SettingsLayer> layers,
      List<SettingsPast> pasts)
      throws PortException {
    var atBegin = new HashMap<Path, Optional<byte[]>>();
    pasts.forEach(
        past -> past.atBegin().ifPresent(content -> atBegin.put(past.file(), content.content())));
    var started = reader.over(atBegin).read(running);
    var kept = new KeptSettings(pasts);
    var inForce = reader.over(kept.insteadOf(layers));
    var variables = kept.variables(layers(inForce, running));
    var follows = inForce.read(later(running, chosen(session, started), variables));
    return RouteComparison.of(started, follows, fresh, kept.missesChanges());
  }

  /// A resumed session may bring a model of its own, which no setting tells; it is then taken to be
  /// the one that the settings say.
  private static Optional<ClaudeStart.ModelArgument> chosen(
      RunningSession session, EffectiveRoute started) {
    boolean brings =
        session.options().resumes()
            && session.options().model().isEmpty()
            && !started.values().containsKey("ANTHROPIC_MODEL");
    return brings
        ? Optional.empty()
        : Optional.of(new ClaudeStart.ModelArgument(started.model().orElse("default"), false));
  }

  private static RunningStart later(
      RunningStart running, Optional<ClaudeStart.ModelArgument> chosen, Map<String, String> kept) {
    var start = running.start();
    var feeds = new ArrayList<StartEnvironment.Feed>();
    feeds.add(
        new StartEnvironment.Feed(
            Message.of("sessions.feed.kept"), Optional.empty(), kept, Map.of()));
    feeds.addAll(running.environment().feeds());
    return running
        .with(new ClaudeStart(start.folder(), start.from(), start.settings(), chosen))
        .with(
            new StartEnvironment(
                feeds, running.environment().unknown(), running.environment().assumptions()));
  }

  private static List<SettingsLayer> layers(SettingsRouteReader reader, RunningStart running)
      throws PortException {
    return reader.layers(running.start()).stream()
        .filter(layer -> !running.ignored().contains(layer.layer()))
        .toList();
  }
}
