package dev.switchyard.domain.route;

import dev.switchyard.domain.FileChange;
import dev.switchyard.domain.Message;
import java.util.List;

/// What a switch would do, to be looked at before it is done.
///
/// @param request what was asked for
/// @param changes the files that change; empty where everything is as wished already
/// @param journal the journal after the switch
/// @param expected the route that follows
/// @param missed why the expected route is not what was asked for; among its problems too
/// @param notes what the person should know beside the changes
public record RoutePlan(
    RouteRequest request,
    List<FileChange> changes,
    Journal journal,
    EffectiveRoute expected,
    List<EffectiveRoute.Problem> missed,
    List<Message> notes) {
  public RoutePlan {
    changes = List.copyOf(changes);
    missed = List.copyOf(missed);
    notes = List.copyOf(notes);
  }

  public boolean changesNothing() {
    return changes.isEmpty();
  }

  /// Whether that is what the person asked for: a stronger layer may see to it that it is not.
  public boolean reachesGoal() {
    return missed.isEmpty();
  }

  boolean changesTheSameAs(RoutePlan other) {
    if (changes.size() != other.changes.size()) {
      return false;
    }
    for (int i = 0; i < changes.size(); i++) {
      if (!changes.get(i).isSameAs(other.changes.get(i))) {
        return false;
      }
    }
    return true;
  }

  /// Whether it gives the route's keys the same values and finds the same ones there, whatever else
  /// stands in the files.
  boolean meansTheSameAs(RoutePlan other) {
    return changesNothing() || !other.changesNothing() && keysOf(this).equals(keysOf(other));
  }

  private static List<Object> keysOf(RoutePlan plan) {
    return plan.journal().last().stream()
        .flatMap(done -> done.files().stream())
        .<Object>map(file -> List.of(file.file(), file.standing().values(), file.left().values()))
        .toList();
  }
}
