package dev.switchyard.ui.doctor;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.doctor.Diagnosis;
import dev.switchyard.domain.doctor.MendingOrder;
import dev.switchyard.domain.doctor.Remedy;
import dev.switchyard.domain.doctor.Treat;
import dev.switchyard.domain.doctor.Treatment;
import dev.switchyard.domain.model.TransferMeter;
import dev.switchyard.domain.model.TransferProgress;
import dev.switchyard.domain.project.Project;
import dev.switchyard.ui.doctor.Entry.Result;
import dev.switchyard.ui.shell.Notices;
import dev.switchyard.ui.task.Tasks;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Mending what was found, one finding or all of them, and taking the last fix back. After each fix
/// its check is asked again: only that says whether it helped.
public final class MendingViewModel {
  private final Tasks tasks;
  private final ExaminationViewModel examinations;
  private final ExaminationViewModel.Examiner examiner;
  private final Supplier<Treat> treat;
  private final Clock clock;
  private final Notices notices;
  private final Runnable onChanged;
  private final Findings findings = new Findings();
  private final Plans plans;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(new State.Resting());
  private final ReadOnlyObjectWrapper<Optional<Treatment>> last =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<Tasks.Running> running = Optional.empty();

  /// Where all are mended, which one comes next.
  private Optional<MendingOrder> all = Optional.empty();

  /// What is under way.
  public sealed interface State {
    record Resting() implements State {}

    /// A fix is carried out.
    ///
    /// @param reading how far a pull or a build has come; empty for what takes no time
    /// @param stopping whether the person has asked for it to stop
    record Mending(String id, Optional<TransferMeter.Reading> reading, boolean stopping)
        implements State {}

    /// It is done, and the checks are asked again.
    record Rechecking(String id) implements State {}

    /// The last fix is taken back.
    record TakingBack(String id) implements State {}
  }

  /// What a fix tells while it is carried out.
  private sealed interface Told {
    record Transferred(TransferProgress progress) implements Told {}

    record Applied() implements Told {}
  }

  /// What is known at the end of a fix.
  private record Fixed(Treatment treatment, List<Diagnosis> after, Optional<Treatment> last) {}

  /// @param onChanged told when settings or models are not what they were
  public MendingViewModel(
      Tasks tasks,
      ExaminationViewModel examinations,
      ExaminationViewModel.Examiner examiner,
      Supplier<Treat> treat,
      Clock clock,
      Notices notices,
      Runnable onChanged) {
    this.tasks = tasks;
    this.examinations = examinations;
    this.examiner = examiner;
    this.treat = treat;
    this.clock = clock;
    this.notices = notices;
    this.onChanged = onChanged;
    this.plans = new Plans(tasks, treat);
    examinations.chosenProperty().subscribe(_ -> forget());
    examinations.examinationProperty().subscribe(found -> found.ifPresent(this::show));
  }

  /// What was found, the most serious first, and what was mended meanwhile, in its place.
  public Findings findings() {
    return findings;
  }

  public Plans plans() {
    return plans;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// The fix that [#undo] would take back.
  public ReadOnlyObjectProperty<Optional<Treatment>> lastProperty() {
    return last.getReadOnlyProperty();
  }

  /// Shows or hides what there is to say about a finding; what its fix would change is worked out
  /// for that.
  public void setExpanded(Entry entry, boolean expanded) {
    findings.setExpanded(entry.id(), expanded);
    if (expanded) {
      plans.make(entry);
    }
  }

  /// Reads which fix would be taken back.
  public void refresh() {
    // That it cannot be read is said where it is needed.
    tasks.run(_ -> treat.get().last(), last::set, _ -> last.set(Optional.empty()));
  }

  /// Carries out what mends one finding. Does nothing while something else is under way.
  public void fix(Entry entry) {
    all = Optional.empty();
    start(entry);
  }

  /// Mends one finding after another, and stops at the first that stays.
  public void fixAll() {
    var order = new MendingOrder();
    all = Optional.of(order);
    next(order);
  }

  /// How many findings can be mended from here; notes are left alone.
  public int fixable() {
    return MendingOrder.mendable(found()).size();
  }

  private List<Diagnosis> found() {
    return examinations.examinationProperty().get().map(Examination::all).orElse(List.of());
  }

  public void cancel() {
    if (state.get() instanceof State.Mending(var id, var reading, _)) {
      state.set(new State.Mending(id, reading, true));
      running.ifPresent(Tasks.Running::cancel);
    }
  }

  /// Takes the last fix back, whatever it was.
  public void undo() {
    var taken = last.get();
    if (taken.isEmpty() || isBusy()) {
      return;
    }
    examinations.hold();
    state.set(new State.TakingBack(taken.get().id()));
    tasks.run(
        _ ->
            caught(() -> {
              var undone = treat.get().undo(taken.get(), _ -> {});
              return new Undone(
                  undone.map(Treat.Undone::notes).orElse(List.of()), treat.get().last());
            }),
        undone -> {
          ended();
          undone(taken.get(), undone.get());
        },
        failure -> {
          ended();
          notices.show(Notices.Kind.ERROR, failure.text());
          refresh();
          onChanged.run();
          examinations.examine();
        });
  }

  /// What a task came to.
  @FunctionalInterface
  private interface Ending<T> {
    T get() throws PortException;
  }

  /// A mistake of ours is thrown where the answer is taken, so that what is under way has ended by
  /// then: nothing could be mended any more otherwise.
  private static <T> Supplier<T> caught(Ending<T> work) throws PortException {
    try {
      var answer = work.get();
      return () -> answer;
    } catch (RuntimeException e) {
      return () -> {
        throw e;
      };
    } catch (Error e) {
      return () -> {
        throw e;
      };
    }
  }

  private record Undone(List<Message> notes, Optional<Treatment> last) {}

  private void undone(Treatment treatment, Undone undone) {
    last.set(undone.last());
    findings.forgetResult(treatment.id());
    notices.show(Notices.Kind.INFO, Message.of("doctor.screen.undone", title(treatment)));
    undone.notes().forEach(note -> notices.show(Notices.Kind.INFO, note));
    onChanged.run();
    examinations.examine();
  }

  /// What a fix was made for.
  public static Message title(Treatment treatment) {
    return Diagnosis.title(treatment.id());
  }

  private boolean isBusy() {
    return !(state.get() instanceof State.Resting);
  }

  private void start(Entry entry) {
    var fix = entry.fix();
    var folder = examinations.chosenProperty().get().map(Project::folder);
    if (fix.isEmpty() || folder.isEmpty() || isBusy()) {
      return;
    }
    examinations.hold();
    findings.forgetResult(entry.id());
    state.set(new State.Mending(entry.id(), Optional.empty(), false));
    var meter = new TransferMeter();
    running =
        Optional.of(
            tasks.<Told, Supplier<Fixed>>runWithProgress(
                (progress, cancellation) ->
                    caught(() -> mend(entry.id(), fix.get(), folder.get(), progress, cancellation)),
                told -> told(entry.id(), told, meter),
                fixed -> {
                  ended();
                  fixed(entry, folder.get(), fixed.get());
                },
                failure -> failed(entry, failure)));
  }

  /// What was done is not asked to stop in the middle of the question whether it helped.
  private Fixed mend(
      String id, Remedy.Fix fix, Path folder, Consumer<Told> progress, Cancellation cancellation)
      throws PortException {
    var treatment =
        treat
            .get()
            .apply(id, fix, step -> progress.accept(new Told.Transferred(step)), cancellation);
    progress.accept(new Told.Applied());
    var after = examiner.examine(folder, _ -> {}, Cancellation.NEVER);
    return new Fixed(treatment, after, treat.get().last());
  }

  private void told(String id, Told told, TransferMeter meter) {
    boolean stopping = state.get() instanceof State.Mending(_, _, var asked) && asked;
    state.set(
        switch (told) {
          case Told.Transferred(var progress) ->
              new State.Mending(id, Optional.of(meter.report(clock.instant(), progress)), stopping);
          case Told.Applied _ -> new State.Rechecking(id);
        });
  }

  private void fixed(Entry entry, Path folder, Fixed fixed) {
    last.set(fixed.last());
    var result = Findings.result(entry.id(), fixed.treatment(), fixed.after());
    findings.setResult(entry, result);
    examinations.take(folder, fixed.after());
    onChanged.run();
    if (result instanceof Result.Mended) {
      all.ifPresent(this::next);
    } else {
      stopAt(entry);
    }
  }

  private void failed(Entry entry, PortException failure) {
    ended();
    boolean stopped = failure.kind() == PortException.Kind.CANCELLED;
    findings.setResult(entry, stopped ? new Result.Stopped() : new Result.Failed(failure.text()));
    refresh();
    onChanged.run();
    examinations.examine();
    stopAt(entry);
  }

  private void next(MendingOrder order) {
    var next = order.next(found()).flatMap(one -> findings.of(one.id()));
    if (next.isPresent()) {
      start(next.get());
    } else if (order.tried() > 0) {
      tellAll(order);
    }
  }

  private void tellAll(MendingOrder order) {
    var again = order.foundAgain(found());
    if (again.isPresent()) {
      notices.show(
          Notices.Kind.WARNING, Message.of("doctor.screen.found-again", again.get().headline()));
    } else {
      notices.show(Notices.Kind.SUCCESS, Message.of("doctor.screen.all-mended", order.tried()));
    }
  }

  /// Where all were to be mended: the person sees what stays before they go on.
  private void stopAt(Entry entry) {
    if (all.isPresent()) {
      all = Optional.empty();
      notices.show(Notices.Kind.WARNING, Message.of("doctor.screen.stopped-at", entry.problem()));
    }
  }

  private void ended() {
    running = Optional.empty();
    state.set(new State.Resting());
    examinations.release();
  }

  private void forget() {
    findings.forget();
    plans.forget();
  }

  private void show(Examination examination) {
    findings.show(examination);
    var open = new ArrayList<>(findings.all());
    open.removeIf(entry -> !findings.isExpanded(entry.id()));
    open.forEach(plans::make);
  }
}
