package dev.switchyard.ui.doctor;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.doctor.Preview;
import dev.switchyard.domain.doctor.Remedy;
import dev.switchyard.domain.doctor.Treat;
import dev.switchyard.ui.task.Tasks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What fixes would change, worked out for those that are looked at.
public final class Plans {
  private final Tasks tasks;
  private final Supplier<Treat> treat;
  private final ReadOnlyObjectWrapper<Map<String, Plan>> all =
      new ReadOnlyObjectWrapper<>(Map.of());

  /// What is known of what a fix would do.
  public sealed interface Plan {
    Remedy.Fix fix();

    record Working(Remedy.Fix fix) implements Plan {}

    record Ready(Remedy.Fix fix, List<Preview> steps) implements Plan {}

    record Failed(Remedy.Fix fix, Message reason) implements Plan {}
  }

  Plans(Tasks tasks, Supplier<Treat> treat) {
    this.tasks = tasks;
    this.treat = treat;
  }

  /// By the ids of their checks.
  public ReadOnlyObjectProperty<Map<String, Plan>> allProperty() {
    return all.getReadOnlyProperty();
  }

  /// The plan of an entry, if there is one of what it would be mended by now.
  public Optional<Plan> of(Entry entry) {
    return Optional.ofNullable(all.get().get(entry.id()))
        .filter(plan -> entry.fix().filter(plan.fix()::equals).isPresent());
  }

  /// Works out anew what the entry's fix would do; what was worked out before stays until then.
  void make(Entry entry) {
    entry
        .fix()
        .ifPresent(fix -> {
          if (of(entry).isEmpty()) {
            put(entry.id(), new Plan.Working(fix));
          }
          tasks.run(
              _ -> treat.get().preview(fix),
              steps -> answered(entry, new Plan.Ready(fix, steps)),
              failure -> answered(entry, new Plan.Failed(fix, failure.text())));
        });
  }

  void forget() {
    all.set(Map.of());
  }

  /// An answer that is about an earlier fix comes too late.
  private void answered(Entry entry, Plan plan) {
    if (of(entry).isPresent()) {
      put(entry.id(), plan);
    }
  }

  private void put(String id, Plan plan) {
    var next = new HashMap<>(all.get());
    next.put(id, plan);
    if (!next.equals(all.get())) {
      all.set(Map.copyOf(next));
    }
  }
}
