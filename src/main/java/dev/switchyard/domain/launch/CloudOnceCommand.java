package dev.switchyard.domain.launch;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.route.Destination;
import dev.switchyard.domain.route.RouteReader;
import java.nio.file.Path;

/// The command of a one-off in the cloud as it may stand in a document: without files and folders
/// of this machine.
public final class CloudOnceCommand {
  private static final String MODEL = "sonnet";

  private final RouteReader routes;

  public CloudOnceCommand(RouteReader routes) {
    this.routes = routes;
  }

  /// Leaving the project's own settings out is enough, and short, where the person's own do not
  /// route; otherwise every key is blanked.
  ///
  /// @throws PortException REFUSED for a project that is local only, and what reading its settings
  ///   gives
  public String text(Path project) throws PortException {
    if (routes.read(project).localOnly().isPresent()) {
      throw new PortException(PortException.Kind.REFUSED, Message.of("launch.cloud.forbidden"));
    }
    if (routes.readDefault().destination() == Destination.CLOUD) {
      return "claude --setting-sources user --model " + MODEL;
    }
    var settings = CloudOnceSettings.of(MODEL, false, OperatingSystem.LINUX).strip();
    return "claude --settings '" + settings + "' --model " + MODEL;
  }
}
