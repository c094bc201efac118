package dev.switchyard.domain.tray;

import dev.switchyard.domain.route.Destination;
import java.util.Collection;
import java.util.EnumSet;

/// What the icon says at a glance about the routes that Switchyard knows.
public enum TrayIcon {
  /// All requests go to servers that the person chose.
  LOCAL,
  /// All requests go to the cloud.
  CLOUD,
  /// Some go to the cloud, some do not.
  MIXED,
  /// Requests go where nothing can answer them: no server does, or the address cannot be used.
  UNREACHABLE;

  /// @param destinations where the default route and the projects' lead, as far as it is known
  /// @param serverAnswers whether the local server does
  public static TrayIcon of(Collection<Destination> destinations, boolean serverAnswers) {
    var all = EnumSet.noneOf(Destination.class);
    all.addAll(destinations);
    if (all.contains(Destination.UNUSABLE) || all.contains(Destination.LOCAL) && !serverAnswers) {
      return UNREACHABLE;
    }
    boolean isCloud = all.contains(Destination.CLOUD);
    boolean isElsewhere = all.contains(Destination.LOCAL) || all.contains(Destination.OTHER);
    if (isCloud && isElsewhere) {
      return MIXED;
    }
    return isElsewhere ? LOCAL : CLOUD;
  }
}
