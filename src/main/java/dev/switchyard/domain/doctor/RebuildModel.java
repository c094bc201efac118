package dev.switchyard.domain.doctor;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.FileChange;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.model.TransferProgress;
import dev.switchyard.domain.modelfile.BuildVariant;
import dev.switchyard.domain.modelfile.Folders;
import dev.switchyard.domain.modelfile.Modelfile;
import dev.switchyard.domain.modelfile.ModelfileStore;
import dev.switchyard.domain.modelfile.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/// Builds a model for a fix, saves its Modelfile, and brings back what was there before.
public final class RebuildModel {
  private final Function<EndpointUrl, ModelServer> servers;
  private final ModelfileStore store;
  private final Path home;

  /// @param servers speaks to the server at an address
  /// @param home the person's home folder
  public RebuildModel(Function<EndpointUrl, ModelServer> servers, ModelfileStore store, Path home) {
    this.servers = servers;
    this.store = store;
    this.home = home;
  }

  Preview preview(Step.Build step) throws PortException {
    var change =
        FileChange.of(
            store.fileOf(step.name()),
            store.read(step.name()).map(saved -> bytes(saved.modelfile())),
            Optional.of(bytes(step.modelfile())));
    return new Preview(
        Message.of("doctor.preview.build", step.name(), step.server().toString()),
        change.changesNothing() ? List.of() : List.of(change),
        Message.of(step.keepsOld() ? "doctor.undo.rebuild" : "doctor.undo.build", step.name()));
  }

  Done.Built build(Step.Build step, Consumer<TransferProgress> progress, Cancellation cancellation)
      throws PortException {
    var server = servers.apply(step.server());
    var saved = store.read(step.name());
    var earlier =
        server.installed().stream()
            .filter(model -> model.name().equals(ModelName.of(step.name())))
            .findFirst();
    var kept =
        earlier.isPresent() && step.keepsOld()
            ? Optional.of(keep(server, earlier.get().name()))
            : Optional.<ModelName>empty();
    try {
      var file =
          earlier.isPresent() && kept.isEmpty()
              ? ofItself(step.name(), step.modelfile().contextLength())
              : step.modelfile();
      build(server, step.name(), file, progress, cancellation);
    } catch (PortException e) {
      if (kept.isPresent()) {
        server.delete(kept.get());
      }
      throw e;
    }
    store.save(step.name(), step.modelfile(), saved);
    return new Done.Built(
        step.server(),
        step.name(),
        earlier.isPresent(),
        earlier.flatMap(model -> model.configuredContext().toOptional()),
        saved.map(one -> one.modelfile().text()),
        kept);
  }

  /// A copy takes no room: the server keeps the weights once.
  private static ModelName keep(ModelServer server, ModelName model) throws PortException {
    var name = FreeName.among(server.installed(), model.withoutTag() + "-before");
    server.copy(model, ModelName.of(name));
    return ModelName.of(name);
  }

  void undo(Done.Built done, Consumer<TransferProgress> progress) throws PortException {
    var server = servers.apply(done.server());
    if (done.kept().isPresent()) {
      server.delete(ModelName.of(done.name()));
      server.copy(done.kept().get(), ModelName.of(done.name()));
      server.delete(done.kept().get());
    } else if (done.existed()) {
      // Nothing else was changed than its context.
      build(
          server,
          done.name(),
          ofItself(done.name(), done.contextTokens().map(Integer::longValue)),
          progress,
          Cancellation.NEVER);
    } else {
      server.delete(ModelName.of(done.name()));
    }
    if (done.modelfile().isPresent()) {
      store.save(done.name(), Modelfile.parse(done.modelfile().get()), store.read(done.name()));
    } else {
      store.delete(done.name());
    }
  }

  /// From itself it inherits all else that it was built with.
  private static Modelfile ofItself(String name, Optional<Long> contextTokens) {
    var file = Modelfile.parse("FROM %s\n".formatted(name));
    return contextTokens
        .map(tokens -> file.withParameter("num_ctx", String.valueOf(tokens)))
        .orElse(file);
  }

  private void build(
      ModelServer server,
      String name,
      Modelfile file,
      Consumer<TransferProgress> progress,
      Cancellation cancellation)
      throws PortException {
    var folder = Optional.ofNullable(store.fileOf(name).getParent()).orElse(home);
    var result =
        new BuildVariant(server)
            .build(name, file, new Folders(folder, home), progress, cancellation);
    if (result instanceof BuildVariant.Result.Refused(var aboutName, var aboutFile)) {
      throw new PortException(PortException.Kind.REFUSED, firstError(aboutName, aboutFile));
    }
  }

  private static Message firstError(List<Problem> aboutName, List<Problem> aboutFile) {
    return Stream.concat(aboutName.stream(), aboutFile.stream())
        .filter(Problem::isError)
        .findFirst()
        .orElseThrow()
        .text();
  }

  private static byte[] bytes(Modelfile file) {
    return file.text().getBytes(StandardCharsets.UTF_8);
  }
}
