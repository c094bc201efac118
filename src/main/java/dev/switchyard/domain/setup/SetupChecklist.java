package dev.switchyard.domain.setup;

import dev.switchyard.domain.Bytes;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.Tokens;
import dev.switchyard.domain.endpoint.OllamaVersions;
import dev.switchyard.domain.launch.Program;
import dev.switchyard.domain.model.Catalogue;
import dev.switchyard.domain.model.ClaudeCodeReadiness;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.setup.SetupStep.Action;
import dev.switchyard.domain.setup.SetupStep.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The steps from an empty machine to Claude Code on a model of one's own, each as it stands.
public final class SetupChecklist {
  private static final Map<SetupStep.Id, Set<SetupStep.Id>> NEEDS =
      Map.of(
          SetupStep.Id.MODEL, Set.of(SetupStep.Id.OLLAMA),
          SetupStep.Id.VARIANT, Set.of(SetupStep.Id.OLLAMA, SetupStep.Id.MODEL),
          SetupStep.Id.PROJECT, Set.of(SetupStep.Id.VARIANT),
          SetupStep.Id.LAUNCH,
              Set.of(SetupStep.Id.CLAUDE_CODE, SetupStep.Id.OLLAMA, SetupStep.Id.PROJECT),
          SetupStep.Id.CLAUDE_MD, Set.of(SetupStep.Id.PROJECT));

  private final SetupFacts facts;

  private SetupChecklist(SetupFacts facts) {
    this.facts = facts;
  }

  public static List<SetupStep> of(SetupFacts facts) {
    var list = new SetupChecklist(facts);
    return ordered(
        List.of(
            list.claudeCode(),
            list.ollama(),
            list.model(),
            list.variant(),
            list.project(),
            list.launch(),
            list.claudeMd()));
  }

  /// The project that the last steps are about: one that is routed already, otherwise none.
  public static Optional<ProjectSetup> routedProject(SetupFacts facts) {
    return facts.projects().stream()
        .filter(project -> project.destination().leavesCloud())
        .max(Comparator.comparing((ProjectSetup project) -> project.model().isPresent()));
  }

  /// The installed model that a variant would be built from.
  public static Optional<InstalledModel> base(SetupFacts facts) {
    return facts.models().stream()
        .filter(SetupChecklist::canDriveClaudeCode)
        .max(Comparator.comparingInt(SetupChecklist::preference));
  }

  private static List<SetupStep> ordered(List<SetupStep> steps) {
    var done = new EnumMap<SetupStep.Id, Boolean>(SetupStep.Id.class);
    steps.forEach(step -> done.put(step.id(), step.isDone()));
    var result = new ArrayList<SetupStep>();
    boolean nextIsTaken = false;
    for (var step : steps) {
      boolean ready =
          NEEDS.getOrDefault(step.id(), Set.of()).stream()
              .allMatch(id -> done.getOrDefault(id, false));
      if (step.isDone()) {
        result.add(step);
      } else if (!ready) {
        result.add(step.as(State.WAITING));
      } else {
        result.add(step.as(nextIsTaken ? State.OPEN : State.NEXT));
        nextIsTaken = true;
      }
    }
    return List.copyOf(result);
  }

  private SetupStep claudeCode() {
    return switch (facts.claude()) {
      case Known.Value<Program>(var program) ->
          done(
              SetupStep.Id.CLAUDE_CODE,
              switch (program.version()) {
                case Known.Value<?>(var version) ->
                    Message.of("setup.claude.done", version.toString());
                case Known.Unknown<?> _ -> Message.of("setup.claude.done-unknown");
              },
              Message.of("setup.claude.where", program.path().toString()));
      case Known.Unknown<Program> _ ->
          open(
              SetupStep.Id.CLAUDE_CODE,
              Message.of("setup.claude.open"),
              Message.of("setup.claude.how"),
              Action.COPY_CLAUDE_INSTALL);
    };
  }

  private SetupStep ollama() {
    return switch (facts.server()) {
      case ServerState.Running(var url, var version) when OllamaVersions.canServe(version) ->
          done(
              SetupStep.Id.OLLAMA,
              Message.of("setup.ollama.done", version.toString()),
              Message.of("setup.ollama.where", url.toString()));
      case ServerState.Running(_, var version) ->
          open(
              SetupStep.Id.OLLAMA,
              Message.of("setup.ollama.old", version.toString()),
              Message.of("setup.ollama.needs", OllamaVersions.REQUIRED.toString()),
              Action.COPY_OLLAMA_UPGRADE);
      case ServerState.Serving(var url, var kind, _) ->
          done(
              SetupStep.Id.OLLAMA,
              Message.of("setup.server.other", kind.product()),
              Message.of("setup.ollama.where", url.toString()));
      case ServerState.Stopped(var url, _, var startable) ->
          open(
              SetupStep.Id.OLLAMA,
              Message.of("setup.ollama.stopped"),
              Message.of("setup.ollama.where", url.toString()),
              startable ? Action.START_SERVER : Action.SHOW_SETTINGS);
      case ServerState.Missing _ ->
          open(
              SetupStep.Id.OLLAMA,
              Message.of("setup.ollama.missing"),
              Message.of("setup.ollama.needs", OllamaVersions.REQUIRED.toString()),
              Action.COPY_OLLAMA_INSTALL);
    };
  }

  private static Message size(InstalledModel model) {
    return switch (model.bytes()) {
      case Known.Value<Long>(var bytes) -> Message.of("setup.model.size", new Bytes(bytes));
      case Known.Unknown<Long>(var reason) -> reason;
    };
  }

  private SetupStep model() {
    return base(facts)
        .map(model ->
            done(
                SetupStep.Id.MODEL,
                Message.of("setup.model.done", model.name().shortText()),
                size(model)))
        .orElseGet(() ->
            open(
                SetupStep.Id.MODEL,
                Message.of("setup.model.open"),
                facts.suggestion().sentence(),
                Action.PULL_MODEL));
  }

  private SetupStep variant() {
    return facts.models().stream()
        .filter(model -> ClaudeCodeReadiness.of(model).isReady())
        .max(Comparator.comparing(this::isUsed))
        .map(model ->
            done(
                SetupStep.Id.VARIANT,
                Message.of("setup.variant.done", model.name().shortText()),
                Message.of(
                    "setup.variant.context",
                    new Tokens(model.configuredContext().toOptional().orElse(0)))))
        .orElseGet(() ->
            open(
                SetupStep.Id.VARIANT,
                Message.of("setup.variant.open"),
                Message.of("setup.variant.why", new Tokens(ClaudeCodeReadiness.NEEDED_CONTEXT)),
                Action.BUILD_VARIANT));
  }

  private SetupStep project() {
    return routedProject(facts)
        .map(project ->
            done(
                SetupStep.Id.PROJECT,
                Message.of("setup.project.done", project.name()),
                project
                    .model()
                    .map(model -> Message.of("setup.project.model", model))
                    .orElseGet(() -> Message.of("setup.project.no-model"))))
        .orElseGet(() ->
            open(
                SetupStep.Id.PROJECT,
                Message.of("setup.project.open"),
                Message.of("setup.project.why"),
                Action.CHOOSE_PROJECT));
  }

  private SetupStep launch() {
    var project = routedProject(facts);
    var started = project.filter(routed -> facts.launched().contains(routed.folder()));
    return started
        .map(routed ->
            done(
                SetupStep.Id.LAUNCH,
                Message.of("setup.launch.done", routed.name()),
                Message.of("setup.launch.again")))
        .orElseGet(() ->
            open(
                SetupStep.Id.LAUNCH,
                project
                    .map(routed -> Message.of("setup.launch.open", routed.name()))
                    .orElseGet(() -> Message.of("setup.launch.waiting")),
                Message.of("setup.launch.what"),
                Action.LAUNCH));
  }

  private SetupStep claudeMd() {
    var project = routedProject(facts);
    return project
        .filter(ProjectSetup::hasSection)
        .map(routed ->
            done(
                SetupStep.Id.CLAUDE_MD,
                Message.of("setup.claude-md.done", routed.name()),
                Message.of("setup.claude-md.what")))
        .orElseGet(() ->
            open(
                SetupStep.Id.CLAUDE_MD,
                Message.of("setup.claude-md.open"),
                Message.of("setup.claude-md.what"),
                Action.WRITE_CLAUDE_MD));
  }

  private boolean isUsed(InstalledModel model) {
    return facts.projects().stream()
        .flatMap(project -> project.model().stream())
        .anyMatch(used -> used.equals(model.name().shortText()));
  }

  private static boolean canDriveClaudeCode(InstalledModel model) {
    var level = ClaudeCodeReadiness.of(model).level();
    return level == ClaudeCodeReadiness.Level.READY
        || level == ClaudeCodeReadiness.Level.NEEDS_VARIANT;
  }

  /// A model of the catalogue before any other, and of two the one that the catalogue names first.
  private static int preference(InstalledModel model) {
    var names = Catalogue.ENTRIES.stream().map(Catalogue.Entry::name).toList();
    int row = names.indexOf(model.name());
    return row < 0 ? -1 : names.size() - row;
  }

  private static SetupStep done(SetupStep.Id id, Message title, Message detail) {
    return new SetupStep(id, State.DONE, title, detail, Optional.empty());
  }

  private static SetupStep open(SetupStep.Id id, Message title, Message detail, Action action) {
    return new SetupStep(id, State.OPEN, title, detail, Optional.of(action));
  }
}
