package dev.switchyard.domain.capability;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.endpoint.Version;
import java.util.Optional;

/// Whether a model's last report still says something about it.
public sealed interface Standing {
  /// It is of this build of the model, and by this version of the server.
  record Holds(Report report) implements Standing {}

  /// The server is another version now.
  record OtherVersion(Report report, Version now) implements Standing {}

  /// The model of that name was built or pulled anew since.
  record OtherBuild(Report report) implements Standing {}

  record Never() implements Standing {}

  /// It cannot be told.
  record Unread(Message reason) implements Standing {}

  /// The report that holds.
  default Optional<Report> held() {
    return this instanceof Holds(var report) ? Optional.of(report) : Optional.empty();
  }

  /// The last report, whether it holds or not: for how long it took.
  default Optional<Report> last() {
    return switch (this) {
      case Holds(var report) -> Optional.of(report);
      case OtherVersion(var report, _) -> Optional.of(report);
      case OtherBuild(var report) -> Optional.of(report);
      case Never _, Unread _ -> Optional.empty();
    };
  }

  /// The same for the person, as a whole sentence.
  default Message sentence() {
    return switch (this) {
      case Holds(var report) ->
          Message.of("capability.standing.holds", report.version().toString());
      case OtherVersion(var report, var now) ->
          Message.of("capability.standing.version", now.toString(), report.version().toString());
      case OtherBuild _ -> Message.of("capability.standing.build");
      case Never _ -> Message.of("capability.standing.never");
      case Unread(var reason) -> reason;
    };
  }
}
