package dev.switchyard.domain.route;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.TextFiles;
import dev.switchyard.domain.route.EffectiveRoute.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a default route would do to projects whose own files hold a cloud credential: they are
/// stronger than the person's own file, so nothing in that one keeps it from another server.
final class ProjectLeaks {
  private final TextFiles files;
  private final SettingsRouteReader now;
  private final SettingsRouteReader ahead;

  /// @param now reads the routes as they are
  /// @param ahead reads them as they would be
  ProjectLeaks(TextFiles files, SettingsRouteReader now, SettingsRouteReader ahead) {
    this.files = files;
    this.now = now;
    this.ahead = ahead;
  }

  /// @throws PortException REFUSED where a credential would be sent that is not sent there today
  void refuse(List<Path> folders) throws PortException {
    for (var folder : folders) {
      if (!files.isFolder(folder)) {
        continue;
      }
      for (var environment : now.environments()) {
        var leak = leak(ahead, folder, environment);
        if (leak.isPresent() && leak(now, folder, environment).isEmpty()) {
          throw new PortException(
              PortException.Kind.REFUSED,
              Message.of("route.refused.leak-in-project", folder.toString(), leak.get().text()));
        }
      }
    }
  }

  private static Optional<Problem> leak(
      SettingsRouteReader reader, Path folder, StartEnvironment environment) throws PortException {
    var route = RouteResolver.resolve(reader.inputs(folder).startedWith(environment));
    return route.problems().stream()
        .filter(problem -> problem.id().equals("credential-leak"))
        .findFirst();
  }
}
