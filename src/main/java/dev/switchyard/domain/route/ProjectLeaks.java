package dev.switchyard.domain.route;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.ReadableFiles;
import java.nio.file.Path;
import java.util.List;

/// What a default route would do to projects whose own files hold a cloud credential: they are
/// stronger than the person's own file, so nothing in that one keeps it from another server.
///
/// @param now reads the routes as they are
/// @param ahead reads them as they would be
record ProjectLeaks(ReadableFiles files, RouteReader now, RouteReader ahead) {
  /// @throws PortException REFUSED where a credential would be sent that is not sent there today
  void refuse(List<Path> folders) throws PortException {
    for (var folder : folders) {
      if (files.isFolder(folder)) {
        refuse(folder);
      }
    }
  }

  private void refuse(Path folder) throws PortException {
    var expected = ahead.readAll(folder);
    for (var from : StartedFrom.values()) {
      var forbidden = expected.of(from).forbidden();
      if (forbidden.isPresent() && now.read(folder, from).forbidden().isEmpty()) {
        throw refused(folder, "route.refused.local-only-in-project", forbidden.get());
      }
      var leak = expected.of(from).problem(CredentialProblems.LEAK);
      if (leak.isPresent() && now.read(folder, from).problem(CredentialProblems.LEAK).isEmpty()) {
        throw refused(folder, "route.refused.leak-in-project", leak.get().text());
      }
    }
  }

  private static PortException refused(Path folder, String key, Message reason) {
    return new PortException(
        PortException.Kind.REFUSED, Message.of(key, folder.toString(), reason));
  }
}
