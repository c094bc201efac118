package dev.switchyard.ui.capability;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.capability.Finding;
import dev.switchyard.domain.capability.Probe;
import dev.switchyard.domain.capability.ProbeModel;
import dev.switchyard.domain.capability.Probes;
import dev.switchyard.domain.capability.Report;
import dev.switchyard.domain.capability.Verdict;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.ui.task.Tasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The run of all probes against one model, one at a time. It goes on while another screen is at
/// the front.
public final class ProbeRunModel {
  /// What is going on.
  public sealed interface State {
    record Idle() implements State {}

    /// @param findings so far
    /// @param before the report of an earlier run, by whose times the end is foretold
    /// @param stopping whether the person asked for its end
    record Probing(
        ModelName model, List<Finding> findings, Optional<Report> before, boolean stopping)
        implements State {
      public Probing {
        findings = List.copyOf(findings);
      }

      /// The probe whose turn it is; empty once all are done.
      public Optional<String> asked() {
        return Probes.ALL.stream().skip(findings.size()).findFirst().map(Probe::id);
      }

      /// How long the rest took the last time; empty where there was none.
      public Optional<Duration> left() {
        return before.map(last ->
            Probes.ALL.stream()
                .skip(findings.size())
                .flatMap(probe -> last.find(probe.id()).stream())
                .map(Finding::took)
                .reduce(Duration.ZERO, Duration::plus));
      }

      private Probing with(List<Finding> more) {
        return new Probing(model, more, before, stopping);
      }

      private Probing asStopping() {
        return new Probing(model, findings, before, true);
      }
    }

    /// @param text what came of it
    /// @param failed whether it came to no end
    record Ended(Message text, boolean failed) implements State {}
  }

  private final Tasks tasks;
  private final Supplier<? extends ModelServer> server;
  private final Supplier<ProbeModel> probes;
  private final Consumer<Report> onReport;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());
  private Optional<Tasks.Running> running = Optional.empty();

  /// @param onReport told of a report that was kept
  ProbeRunModel(
      Tasks tasks,
      Supplier<? extends ModelServer> server,
      Supplier<ProbeModel> probes,
      Consumer<Report> onReport) {
    this.tasks = tasks;
    this.server = server;
    this.probes = probes;
    this.onReport = onReport;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// Does nothing while one is under way.
  ///
  /// @param before the last report of the same model
  void start(ModelName model, Optional<Report> before) {
    if (state.get() instanceof State.Probing) {
      return;
    }
    state.set(new State.Probing(model, List.of(), before, false));
    var asked = server.get().pinned();
    running =
        Optional.of(
            tasks.<List<Finding>, Report>runWithProgress(
                (progress, cancellation) -> {
                  var findings = new ArrayList<Finding>();
                  return probes
                      .get()
                      .probe(
                          asked,
                          model,
                          finding -> {
                            findings.add(finding);
                            progress.accept(List.copyOf(findings));
                          },
                          cancellation);
                },
                this::showProgress,
                this::finish,
                this::fail));
  }

  /// What was found so far is not kept, an earlier report is.
  public void stop() {
    if (state.get() instanceof State.Probing probing) {
      state.set(probing.asStopping());
      running.ifPresent(Tasks.Running::cancel);
    }
  }

  /// Takes away what the last run came to.
  public void dismiss() {
    if (state.get() instanceof State.Ended) {
      state.set(new State.Idle());
    }
  }

  private void showProgress(List<Finding> findings) {
    if (state.get() instanceof State.Probing probing) {
      state.set(probing.with(findings));
    }
  }

  private void finish(Report report) {
    onReport.accept(report);
    state.set(
        new State.Ended(
            Message.of(
                "capabilities.done",
                report.model().shortText(),
                count(report, Verdict.WORKS),
                count(report, Verdict.IGNORED),
                count(report, Verdict.REFUSED),
                count(report, Verdict.UNKNOWN)),
            false));
  }

  private static long count(Report report, Verdict verdict) {
    return report.findings().stream().filter(finding -> finding.verdict() == verdict).count();
  }

  private void fail(PortException failure) {
    var text =
        state.get() instanceof State.Probing(var model, var findings, _, _)
            ? why(failure, model, findings.size())
            : failure.text();
    state.set(new State.Ended(text, failure.kind() != PortException.Kind.CANCELLED));
  }

  private static Message why(PortException failure, ModelName model, int done) {
    return failure.kind() == PortException.Kind.CANCELLED
        ? Message.of("capabilities.stopped", model.shortText(), done, Probes.ALL.size())
        : Message.of("capabilities.failed", model.shortText(), failure.text());
  }
}
