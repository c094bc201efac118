package dev.switchyard.cli;

import dev.switchyard.domain.Bytes;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.Tokens;
import dev.switchyard.domain.endpoint.EndpointKind;
import dev.switchyard.domain.endpoint.Version;
import dev.switchyard.domain.endpoint.profile.EndpointProfile;
import dev.switchyard.domain.launch.Program;
import dev.switchyard.domain.memory.MemoryPool;
import dev.switchyard.domain.memory.MemoryReading;
import dev.switchyard.domain.model.Ability;
import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.domain.route.Destination;
import dev.switchyard.domain.setup.MachineStatus;
import dev.switchyard.domain.setup.ServerState;
import dev.switchyard.domain.truth.LoadTruth;
import dev.switchyard.domain.work.RequestStage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// `switchyard status`: what is here, what runs and what is in memory, at this moment.
final class StatusCommand implements Callable<Integer> {
  private final CommandContext context;
  private final Map<LoadedModel, Known<LoadTruth>> truths = new HashMap<>();
  private @Nullable Known<RequestStage> work;

  StatusCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    var status = context.useCases().machineStatus().read();
    return context.finish(ExitCode.DONE, answer(status), console -> print(console, status));
  }

  private Answer answer(MachineStatus status) {
    var answer = context.answer();
    server(answer, status.server());
    known(answer, "claude", status.claude(), StatusCommand::program);
    known(
        answer,
        "memory",
        status.memory(),
        (child, reading) -> PoolAnswer.ram(child, reading.ram()));
    switch (status.gpus()) {
      case Known.Value<List<MemoryPool>>(var gpus) -> answer.objects("gpus", gpus, PoolAnswer::gpu);
      case Known.Unknown<List<MemoryPool>>(var reason) -> answer.unknown("gpus", reason);
    }
    switch (status.loaded()) {
      case Known.Value<List<LoadedModel>>(var loaded) ->
          answer.objects("loaded", loaded, this::loaded);
      case Known.Unknown<List<LoadedModel>>(var reason) -> answer.unknown("loaded", reason);
    }
    WorkAnswer.put(answer, work(status));
    return answer.put("defaultRoute", status.defaultRoute().map(Destination::wireName));
  }

  @FunctionalInterface
  private interface Fill<T> {
    void fill(Answer answer, T value);
  }

  private static <T> void known(Answer answer, String field, Known<T> value, Fill<T> fill) {
    switch (value) {
      case Known.Value<T>(var present) -> answer.object(field, child -> fill.fill(child, present));
      case Known.Unknown<T>(var reason) -> answer.unknown(field, reason);
    }
  }

  /// Under the name of what it is: a server of another kind says nothing of Ollama.
  private void server(Answer answer, ServerState state) {
    var server = context.useCases().server();
    if (server.kind() == EndpointKind.OLLAMA) {
      answer.object("ollama", ollama -> ollama(ollama, state));
    } else {
      answer.unknown("ollama", Message.of("server.not-ollama", server.kind().product()));
    }
    context
        .useCases()
        .chosenEndpoint()
        .map(EndpointProfile::name)
        .ifPresentOrElse(
            name -> answer.object("endpoint", child -> endpoint(child.put("name", name), state)),
            () -> {
              if (server.kind() != EndpointKind.OLLAMA) {
                answer.object("endpoint", child -> endpoint(child, state));
              }
            });
  }

  private void endpoint(Answer answer, ServerState state) {
    var server = context.useCases().server();
    answer
        .put("kind", server.kind().id())
        .put("url", server.url().toString())
        .put("state", state instanceof ServerState.Stopped ? "stopped" : state.wireName())
        .strings("abilities", server.abilities().stream().sorted().map(Ability::id).toList());
    if (state instanceof ServerState.Serving serving) {
      answer.put("version", serving.version());
    }
  }

  static void ollama(Answer answer, ServerState state) {
    answer.put("state", state.wireName());
    switch (state) {
      case ServerState.Running running -> answer.put("version", running.version().toString());
      case ServerState.Serving serving -> answer.put("version", serving.version());
      case ServerState.Stopped stopped -> answer.unknown("version", stopped.reason());
      case ServerState.Missing missing -> answer.unknown("version", missing.reason());
    }
    answer.put("url", state.url().toString());
  }

  static void program(Answer answer, Program program) {
    answer.put("path", program.path().toString());
    answer.put("version", program.version());
  }

  private void loaded(Answer answer, LoadedModel model) {
    answer
        .put("model", model.name().shortText())
        .put("bytes", model.bytes())
        .put("vramBytes", model.vramBytes());
    if (model.contextLength() > 0) {
      answer.put("contextLength", model.contextLength());
    } else {
      answer.unknown("contextLength", Message.of("cli.status.no-context"));
    }
    answer.put("expiresAt", model.expiresAt().toString());
    TruthAnswer.put(answer, truth(model));
  }

  /// Looked at once, and only where something can be at work.
  private Known<RequestStage> work(MachineStatus status) {
    var seen = work;
    if (seen == null) {
      boolean nothing = status.loaded().toOptional().filter(List::isEmpty).isPresent();
      seen =
          nothing
              ? Known.unknown(Message.of("cli.status.nothing-loaded"))
              : version(status.server()).flatMap(context.useCases().work()::read);
      work = seen;
    }
    return seen;
  }

  private static Known<Version> version(ServerState state) {
    return switch (state) {
      case ServerState.Running running -> Known.of(running.version());
      case ServerState.Serving serving ->
          Known.unknown(Message.of("server.not-ollama", serving.kind().product()));
      case ServerState.Stopped stopped -> Known.unknown(stopped.reason());
      case ServerState.Missing missing -> Known.unknown(missing.reason());
    };
  }

  private Known<LoadTruth> truth(LoadedModel model) {
    return truths.computeIfAbsent(model, this::look);
  }

  private Known<LoadTruth> look(LoadedModel model) {
    var useCases = context.useCases();
    try {
      return Known.of(useCases.seenLoads().look(useCases.server().url(), model));
    } catch (PortException e) {
      return Known.unknown(e.text());
    }
  }

  private void print(Console console, MachineStatus status) {
    console.line(server(status.server()));
    console.line(claude(status.claude()));
    switch (status.memory()) {
      case Known.Value<MemoryReading>(var reading) -> print(console, reading);
      case Known.Unknown<MemoryReading>(var reason) -> console.line(reason);
    }
    status.loaded().toOptional().ifPresent(loaded -> print(console, loaded));
    WorkAnswer.line(work(status)).ifPresent(console::line);
    switch (status.defaultRoute()) {
      case Known.Value<Destination>(var route) ->
          console.line("cli.status.route." + route.wireName());
      case Known.Unknown<Destination>(var reason) -> console.line(reason);
    }
  }

  private static void print(Console console, MemoryReading reading) {
    PoolLines.ram(reading.ram()).forEach(console::line);
    switch (reading.gpus()) {
      case Known.Value<List<MemoryPool>>(var gpus) ->
          gpus.forEach(gpu -> PoolLines.gpu(reading.label(gpu), gpu).forEach(console::line));
      case Known.Unknown<List<MemoryPool>>(var reason) -> console.line(reason);
    }
  }

  private void print(Console console, List<LoadedModel> loaded) {
    if (loaded.isEmpty()) {
      console.line("cli.status.nothing-loaded");
    }
    for (var model : loaded) {
      console.line(
          "cli.status.loaded",
          model.name().shortText(),
          new Bytes(model.bytes()),
          new Bytes(model.vramBytes()),
          new Tokens(model.contextLength()));
      truth(model).toOptional().ifPresent(truth -> TruthAnswer.print(console, truth));
    }
  }

  static Message claude(Known<Program> claude) {
    return switch (claude) {
      case Known.Value<Program>(var program) ->
          Message.of(
              "cli.status.claude",
              program.version().orReason(Version::toString),
              program.path().toString());
      case Known.Unknown<Program>(var reason) -> reason;
    };
  }

  static Message server(ServerState state) {
    return switch (state) {
      case ServerState.Running(var url, var version) ->
          Message.of("cli.status.running", version.toString(), url.toString());
      case ServerState.Serving(var url, var kind, _) ->
          Message.of("server.other", kind.product(), url.toString());
      case ServerState.Stopped(_, var reason, _) -> reason;
      case ServerState.Missing(_, var reason) -> reason;
    };
  }
}
