package dev.switchyard.domain.doctor;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.FileChange;
import dev.switchyard.domain.Fingerprint;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.ModelDescription;
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
import java.util.stream.Collectors;
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

  /// @throws PortException CONFLICT where another Modelfile is saved than when the fix was worked
  ///   out; where it breaks off, the model is what it was
  Done.Built build(Step.Build step, Consumer<TransferProgress> progress, Cancellation cancellation)
      throws PortException {
    var server = servers.apply(step.server());
    var saved = store.read(step.name());
    requireAsExamined(step, saved.map(ModelfileStore.Saved::modelfile));
    var earlier = find(server, step.name());
    var kept =
        earlier.isPresent() && step.keepsOld()
            ? Optional.of(keep(server, earlier.get().name()))
            : Optional.<ModelName>empty();
    var before =
        new Done.Built(
            step.server(),
            step.name(),
            earlier.isPresent(),
            earlier.flatMap(model -> model.configuredContext().toOptional()),
            saved.map(one -> one.modelfile().text()),
            kept,
            Optional.empty());
    try {
      var file =
          earlier.isPresent() && kept.isEmpty()
              ? ofItself(step.name(), step.modelfile().contextLength())
              : step.modelfile();
      var built = build(server, step.name(), file, progress, cancellation);
      store.save(step.name(), step.modelfile(), saved);
      return before.with(new Done.Built.Result(step.modelfile().text(), fingerprint(built)));
    } catch (PortException e) {
      putBack(server, before, earlier, e);
      throw e;
    }
  }

  private static void requireAsExamined(Step.Build step, Optional<Modelfile> now)
      throws PortException {
    if (step.saved().toOptional().filter(then -> !then.equals(now)).isPresent()) {
      throw conflict("doctor.build.saved-since", step.name());
    }
  }

  /// What fails here too is told with why it was tried.
  private void putBack(
      ModelServer server, Done.Built before, Optional<InstalledModel> earlier, PortException why) {
    try {
      var now = find(server, before.name());
      boolean isUntouched =
          now.map(InstalledModel::digest).equals(earlier.map(InstalledModel::digest));
      if (!isUntouched || before.kept().isPresent()) {
        restore(server, before, now, _ -> {});
      }
    } catch (PortException e) {
      why.addSuppressed(e);
    }
  }

  private static Optional<InstalledModel> find(ModelServer server, String name)
      throws PortException {
    return find(server, ModelName.of(name));
  }

  private static Optional<InstalledModel> find(ModelServer server, ModelName name)
      throws PortException {
    return server.installed().stream().filter(model -> model.name().equals(name)).findFirst();
  }

  /// A copy takes no room: the server keeps the weights once.
  private static ModelName keep(ModelServer server, ModelName model) throws PortException {
    var name = FreeName.among(server.installed(), model.withoutTag() + "-before");
    server.copy(model, ModelName.of(name));
    return ModelName.of(name);
  }

  /// The Modelfile comes first, so that one that broke off can be tried again: the model tells how
  /// far it came.
  ///
  /// @throws PortException CONFLICT where somebody has changed the Modelfile or the model since,
  ///   MISSING where the copy is gone; then nothing was changed
  void undo(Done.Built done, Consumer<TransferProgress> progress) throws PortException {
    var server = servers.apply(done.server());
    var saved = store.read(done.name());
    var now = find(server, done.name());
    var kept =
        done.kept().isPresent()
            ? find(server, done.kept().get())
            : Optional.<InstalledModel>empty();
    boolean isBack = kept.isPresent() && isSame(now, kept);
    if (done.result().isPresent()) {
      requireUntouched(done, done.result().get(), saved.map(one -> one.modelfile().text()));
      if (now.isPresent() && !isBack) {
        requireAsBuilt(server, done, done.result().get());
      }
    }
    if (done.kept().isPresent() && kept.isEmpty() && now.isPresent()) {
      throw new PortException(
          PortException.Kind.MISSING,
          Message.of("doctor.undo.copy-gone", done.kept().get().shortText(), done.name()));
    }
    if (done.modelfile().isPresent()) {
      store.save(done.name(), Modelfile.parse(done.modelfile().get()), saved);
    } else {
      store.delete(done.name());
    }
    restore(server, done, now, progress);
  }

  private static boolean isSame(Optional<InstalledModel> one, Optional<InstalledModel> other) {
    return one.map(InstalledModel::digest).equals(other.map(InstalledModel::digest));
  }

  private static void requireUntouched(
      Done.Built done, Done.Built.Result result, Optional<String> now) throws PortException {
    if (!now.equals(Optional.of(result.modelfile())) && !now.equals(done.modelfile())) {
      throw conflict("doctor.undo.modelfile-since", done.name());
    }
  }

  private static void requireAsBuilt(ModelServer server, Done.Built done, Done.Built.Result result)
      throws PortException {
    if (!fingerprint(server.describe(ModelName.of(done.name()))).equals(result.model())) {
      throw conflict("doctor.undo.built-since", done.name());
    }
  }

  private static PortException conflict(String key, String name) {
    return new PortException(PortException.Kind.CONFLICT, Message.of(key, name));
  }

  /// The server's digest would be another one for the same model that was built from itself, and
  /// the order in which it tells parameters is any.
  private static String fingerprint(ModelDescription model) {
    return Fingerprint.of(model.modelfile().lines().sorted().collect(Collectors.joining("\n")))
        .text();
  }

  /// @param now the model of that name as it is now; one that somebody has deleted stays deleted,
  ///   but for a copy of it
  private void restore(
      ModelServer server,
      Done.Built before,
      Optional<InstalledModel> now,
      Consumer<TransferProgress> progress)
      throws PortException {
    var name = ModelName.of(before.name());
    if (before.kept().isPresent()) {
      var kept = before.kept().get();
      var copy = find(server, kept);
      if (copy.isEmpty()) {
        return;
      }
      if (!isSame(now, copy)) {
        if (now.isPresent()) {
          server.delete(name);
        }
        server.copy(kept, name);
      }
      server.delete(kept);
    } else if (now.isPresent() && before.existed()) {
      // Nothing else was changed than its context.
      build(
          server,
          before.name(),
          ofItself(before.name(), before.contextTokens().map(Integer::longValue)),
          progress,
          Cancellation.NEVER);
    } else if (now.isPresent()) {
      server.delete(name);
    }
  }

  /// From itself it inherits all else that it was built with.
  private static Modelfile ofItself(String name, Optional<Long> contextTokens) {
    var file = Modelfile.parse("FROM %s\n".formatted(name));
    return contextTokens
        .map(tokens -> file.withParameter("num_ctx", String.valueOf(tokens)))
        .orElse(file);
  }

  private ModelDescription build(
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
    return switch (result) {
      case BuildVariant.Result.Built built -> built.description();
      case BuildVariant.Result.Refused(var aboutName, var aboutFile) ->
          throw new PortException(PortException.Kind.REFUSED, firstError(aboutName, aboutFile));
    };
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
