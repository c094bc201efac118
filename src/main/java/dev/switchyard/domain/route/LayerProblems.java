package dev.switchyard.domain.route;

import static dev.switchyard.domain.route.EffectiveRoute.Severity.ERROR;
import static dev.switchyard.domain.route.EffectiveRoute.Severity.INFO;
import static dev.switchyard.domain.route.EffectiveRoute.Severity.WARNING;
import static dev.switchyard.domain.route.RouteProblems.layer;
import static dev.switchyard.domain.route.RouteProblems.problem;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.route.EffectiveRoute.Problem;
import dev.switchyard.domain.route.text.Section;
import dev.switchyard.domain.route.text.SettingKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What is wrong or surprising in the layers: files that do not count, and who decides in spite of
/// them.
final class LayerProblems {
  private LayerProblems() {}

  static Stream<Problem> of(Resolution route) {
    return Stream.of(
            route.refusal().stream(),
            skippedFiles(route),
            takenOver(route),
            restricted(route),
            cloudProvider(route),
            managed(route),
            unreadFiles(route),
            configFolder(route),
            notText(route),
            unknownEnvironment(route))
        .flatMap(problems -> problems);
  }

  /// What it leads to is said with it: without the file, requests may well go to the cloud.
  private static Stream<Problem> skippedFiles(Resolution route) {
    var destination = Message.of("route.destination." + route.destination().wireName());
    return route.inputs().layers().stream()
        .filter(layer -> layer.layer() != Layer.MANAGED)
        .flatMap(layer ->
            layer.content() instanceof SettingsLayer.Content.Skipped(var reason)
                ? Stream.of(
                    new Problem(
                        "settings-invalid",
                        ERROR,
                        Message.of("route.problem.settings-invalid", reason, destination),
                        Optional.of(layer.layer())))
                : Stream.empty());
  }

  private static Stream<Problem> takenOver(Resolution route) {
    return route.settings().host().stream().map(name -> problem("host-managed", ERROR, name));
  }

  /// It is no error where what still counts says where requests go.
  private static Stream<Problem> restricted(Resolution route) {
    if (!RestrictedMode.isOn(route.inputs().process())) {
      return Stream.empty();
    }
    return Stream.of(
        problem("restricted", isRoutedByFile(route) ? INFO : ERROR, RestrictedMode.VARIABLE));
  }

  private static boolean isRoutedByFile(Resolution route) {
    return route
        .settings()
        .winner(SettingKey.env("ANTHROPIC_BASE_URL"))
        .filter(source -> source.layer() != Layer.PROCESS)
        .isPresent();
  }

  private static Stream<Problem> cloudProvider(Resolution route) {
    boolean contradicts = route.baseUrl().destination() != Destination.CLOUD;
    return route.provider().stream()
        .map(name -> problem("cloud-provider", contradicts ? ERROR : INFO, name));
  }

  private static Stream<Problem> managed(Resolution route) {
    return RouteKeys.keys().stream()
        .map(key -> new Overruled(key, route.settings().sources(key)))
        .filter(Overruled::byManaged)
        .limit(1)
        .map(found ->
            new Problem(
                "managed-settings",
                found.contradicts() ? ERROR : INFO,
                Message.of(
                    found.contradicts()
                        ? "route.problem.managed-overrides"
                        : "route.problem.managed-sets",
                    found.key().displayName())));
  }

  private static Stream<Problem> unreadFiles(Resolution route) {
    return route.inputs().unread().stream()
        .map(unread ->
            switch (unread.kind()) {
              case PARENT_PROJECT ->
                  problem(
                      "subfolder",
                      route.destination() == Destination.CLOUD ? ERROR : WARNING,
                      unread.file().toString());
              case SUBFOLDER_LOCAL -> problem("subfolder-local", WARNING, unread.file().toString());
            });
  }

  private static Stream<Problem> configFolder(Resolution route) {
    return SettingsRouteReader.floatingConfigFolder(route.inputs().process()).stream()
        .map(folder -> problem("config-folder", WARNING, folder));
  }

  private static Stream<Problem> notText(Resolution route) {
    return RouteKeys.keys().stream()
        .filter(key -> key.section() == Section.ENV)
        .flatMap(key ->
            route.settings().winner(key).stream()
                .filter(source -> !source.value().isText())
                .map(source ->
                    problem(
                        "value-not-text",
                        WARNING,
                        key.displayName(),
                        layer(source.layer()),
                        RouteResolver.shown(key, source.value().text()))));
  }

  /// What is not known matters where no file decides.
  private static Stream<Problem> unknownEnvironment(Resolution route) {
    boolean fileDecides = isRoutedByFile(route);
    var process = route.inputs().process();
    return Stream.concat(
        process.unknown().stream()
            .map(
                reason -> new Problem("environment-unknown", fileDecides ? INFO : WARNING, reason)),
        process.assumptions().stream()
            .map(assumed -> new Problem("environment-assumed", INFO, assumed)));
  }

  /// A key and all who set it.
  private record Overruled(SettingKey key, List<EffectiveSettings.Source> sources) {
    boolean byManaged() {
      return sources.stream()
          .findFirst()
          .map(EffectiveSettings.Source::layer)
          .equals(Optional.of(Layer.MANAGED));
    }

    /// What the processes' environment says is weaker anyway and no surprise.
    boolean contradicts() {
      var wanted = sources.getFirst().value().text();
      return sources.stream()
          .skip(1)
          .filter(source -> source.layer() != Layer.PROCESS)
          .anyMatch(source -> !source.value().text().equals(wanted));
    }
  }
}
