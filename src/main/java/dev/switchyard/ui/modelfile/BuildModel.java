package dev.switchyard.ui.modelfile;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.model.TransferMeter;
import dev.switchyard.domain.model.TransferProgress;
import dev.switchyard.domain.modelfile.BuildVariant;
import dev.switchyard.domain.modelfile.BuiltDifference;
import dev.switchyard.domain.modelfile.Folders;
import dev.switchyard.domain.modelfile.Modelfile;
import dev.switchyard.domain.modelfile.Problem;
import dev.switchyard.ui.task.Tasks;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// A build under way, and what came of the last one.
public final class BuildModel {
  /// What the person is told at the end.
  ///
  /// @param good whether all is as it should be
  /// @param texts at least one sentence
  public record Outcome(boolean good, List<Message> texts) {}

  private final Tasks tasks;
  private final BuildVariant build;
  private final Clock clock;
  private TransferMeter meter = new TransferMeter();
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper cancelling = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Optional<TransferMeter.Reading>> progress =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Outcome>> outcome =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Tasks.@Nullable Running task;

  BuildModel(Tasks tasks, BuildVariant build, Clock clock) {
    this.clock = clock;
    this.tasks = tasks;
    this.build = build;
  }

  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty cancellingProperty() {
    return cancelling.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<TransferMeter.Reading>> progressProperty() {
    return progress.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<Outcome>> outcomeProperty() {
    return outcome.getReadOnlyProperty();
  }

  /// @param onBuilt told what the server has now
  void start(
      String name, Modelfile file, Folders folders, Consumer<BuildVariant.Result.Built> onBuilt) {
    if (running.get()) {
      return;
    }
    running.set(true);
    outcome.set(Optional.empty());
    progress.set(Optional.empty());
    meter = new TransferMeter();
    task =
        tasks.<TransferProgress, BuildVariant.Result>runWithProgress(
            (told, cancellation) -> build.build(name, file, folders, told, cancellation),
            told -> progress.set(Optional.of(meter.report(clock.instant(), told))),
            result -> done(name, result, onBuilt),
            this::failed);
  }

  public void cancel() {
    var current = task;
    if (current != null && running.get()) {
      cancelling.set(true);
      current.cancel();
    }
  }

  /// What the person reads in the place where builds report.
  void tell(boolean good, Message text) {
    outcome.set(Optional.of(new Outcome(good, List.of(text))));
  }

  void clear() {
    outcome.set(Optional.empty());
  }

  private void done(
      String name, BuildVariant.Result result, Consumer<BuildVariant.Result.Built> onBuilt) {
    stopped();
    switch (result) {
      case BuildVariant.Result.Refused refused -> {
        var texts =
            Stream.concat(refused.aboutName().stream(), refused.aboutFile().stream())
                .filter(Problem::isError)
                .map(Problem::text)
                .toList();
        outcome.set(Optional.of(new Outcome(false, texts)));
      }
      case BuildVariant.Result.Built built -> {
        outcome.set(Optional.of(verified(name, built)));
        onBuilt.accept(built);
      }
    }
  }

  private static Outcome verified(String name, BuildVariant.Result.Built built) {
    var texts = new ArrayList<Message>();
    if (built.differences().isEmpty()) {
      texts.add(Message.of("modelfile.build.done", name));
    } else {
      texts.add(Message.of("modelfile.build.differs", name));
      texts.addAll(built.differences().stream().map(BuiltDifference::text).toList());
    }
    return new Outcome(built.differences().isEmpty(), texts);
  }

  private void failed(PortException failure) {
    stopped();
    outcome.set(
        failure.kind() == PortException.Kind.CANCELLED
            ? Optional.of(new Outcome(false, List.of(Message.of("modelfile.build.cancelled"))))
            : Optional.of(new Outcome(false, List.of(failure.text()))));
  }

  private void stopped() {
    running.set(false);
    cancelling.set(false);
  }
}
