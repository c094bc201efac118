package dev.switchyard.domain.capability;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Fingerprint;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.ModelServer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The use case that asks an endpoint for everything that Claude Code may want of a model, and
/// keeps what came of it.
public final class ProbeModel {
  private final ProbedEndpoint.Opener endpoints;
  private final ReportStore store;
  private final ProbeLimits limits;
  private final Clock clock;

  public ProbeModel(
      ProbedEndpoint.Opener endpoints, ReportStore store, ProbeLimits limits, Clock clock) {
    this.endpoints = endpoints;
    this.store = store;
    this.limits = limits;
    this.clock = clock;
  }

  /// Sends some thirty requests, one after another; the first one loads the model where it is not
  /// loaded, with the options that Claude Code's requests have.
  ///
  /// @param asked stays the one that it is at the start, whatever is chosen meanwhile
  /// @param progress told of each finding, on the calling thread
  /// @throws PortException MISSING where the server has no such model; REFUSED where it is served
  ///   by a cloud, which would charge for it; UNREACHABLE, TIMEOUT, also where the server is gone
  ///   at the end; CANCELLED. Then nothing is kept, and an earlier report stays
  public Report probe(
      ModelServer asked,
      ModelName name,
      Consumer<? super Finding> progress,
      Cancellation cancellation)
      throws PortException {
    var server = asked.pinned();
    var version = server.version();
    var model = model(server, name);
    var at = clock.instant();
    var salt = Fingerprint.of(at + model.digest()).shortText();
    var subject =
        new Subject(
            name.shortText(), Known.unknown(Message.of("capability.context.not-loaded")), salt);
    var findings = new ArrayList<Finding>();
    try (var endpoint = endpoints.open(server.url())) {
      var run = new ProbeRun(endpoint, limits, cancellation);
      for (var probe : Probes.ALL) {
        var finding = run.ask(probe, subject);
        if (findings.isEmpty()) {
          subject = new Subject(subject.model(), context(server, model), salt);
        }
        findings.add(finding);
        progress.accept(finding);
      }
    }
    if (findings.getLast().verdict() == Verdict.UNKNOWN) {
      // What a server could not answer because it is gone says nothing about the model.
      server.version();
    }
    var report =
        new Report(
            model.name(),
            model.digest(),
            server.url(),
            version,
            at,
            subject.contextLength(),
            findings);
    store.save(report);
    return report;
  }

  private static InstalledModel model(ModelServer server, ModelName name) throws PortException {
    var model =
        server.installed().stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow(() ->
                new PortException(
                    PortException.Kind.MISSING,
                    Message.of("capability.no-model", name.shortText())));
    if (model.isCloud()) {
      throw new PortException(
          PortException.Kind.REFUSED,
          Message.of("capability.cloud", name.shortText(), model.remoteHost()));
    }
    return model;
  }

  /// What it is loaded with; the server names a model after the alias that loaded it first.
  private static Known<Integer> context(ModelServer server, InstalledModel model) {
    List<LoadedModel> loaded;
    try {
      loaded = server.loaded();
    } catch (PortException e) {
      return Known.unknown(e.text());
    }
    return loaded.stream()
        .filter(one -> one.name().equals(model.name()) || one.digest().equals(model.digest()))
        .filter(one -> one.contextLength() > 0)
        .findFirst()
        .map(one -> Known.of(one.contextLength()))
        .orElseGet(() -> Known.unknown(Message.of("capability.context.not-loaded")));
  }
}
