package dev.switchyard.domain.launch;

import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.route.Destination;
import dev.switchyard.domain.route.RouteReader;

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
  public String text() throws PortException {
    if (routes.readDefault().destination() == Destination.CLOUD) {
      return "claude --setting-sources user --model " + MODEL;
    }
    var settings = CloudOnceSettings.of(MODEL, false, OperatingSystem.LINUX).strip();
    return "claude --settings '" + settings + "' --model " + MODEL;
  }
}
