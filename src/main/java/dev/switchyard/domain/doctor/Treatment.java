package dev.switchyard.domain.doctor;

import dev.switchyard.domain.Message;
import java.time.Instant;
import java.util.List;

/// A fix that was carried out.
///
/// @param id the check whose finding it mended
/// @param at when
/// @param done what it did, in the order in which it was done
public record Treatment(String id, Instant at, List<Done> done) {
  public Treatment {
    done = List.copyOf(done);
  }

  /// Whether taking it back changes anything.
  public boolean hasUndo() {
    return done.stream().anyMatch(one -> !(one instanceof Done.Reloaded));
  }

  /// What was done, for the person.
  public static Message text(Done done) {
    return switch (done) {
      case Done.Started(var url) -> Message.of("doctor.done.start", url.toString());
      case Done.Switched(_, var folder) -> Message.of("doctor.done.switch", folder.toString());
      case Done.Restored(var file, _) -> Message.of("doctor.done.restore", file.toString());
      case Done.Pulled(_, var model) -> Message.of("doctor.done.pull", model.shortText());
      case Done.Built built -> Message.of("doctor.done.build", built.name());
      case Done.Copied(_, var name) -> Message.of("doctor.done.copy", name.shortText());
      case Done.Untracked untracked ->
          Message.of("doctor.done.untrack", untracked.file().toString());
      case Done.Kept(_, var model, _) -> Message.of("doctor.done.keep", model.shortText());
      case Done.Configured(var file, _, _) -> Message.of("doctor.done.configure", file.toString());
      case Done.Reloaded(_, var model) -> Message.of("doctor.done.reload", model.shortText());
    };
  }
}
