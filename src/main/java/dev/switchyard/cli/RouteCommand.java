package dev.switchyard.cli;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.LocalTargets;
import dev.switchyard.domain.route.RouteChoice;
import dev.switchyard.domain.route.RouteEndpoint;
import dev.switchyard.domain.route.RoutePlan;
import dev.switchyard.domain.route.RouteRequest;
import dev.switchyard.domain.route.RoutesByStart;
import dev.switchyard.domain.route.Scope;
import dev.switchyard.domain.route.SwitchRoute.Switched;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `switchyard route`: where a project's requests go, and switching that.
@Command(name = "route", description = "${bundle:cli.route}")
final class RouteCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(
      arity = "0..2",
      paramLabel = "[local|cloud|inherit] [PROJECT]",
      hideParamSyntax = true,
      description = "${bundle:cli.route.words}")
  private List<String> words = new ArrayList<>();

  @Option(names = "--model", paramLabel = "NAME", description = "${bundle:cli.route.model}")
  private @Nullable String model;

  @Option(names = "--scope", paramLabel = "SCOPE", description = "${bundle:cli.route.scope}")
  private @Nullable String scope;

  @Option(
      names = "--context",
      paramLabel = "N",
      converter = Amounts.TokenCount.class,
      description = "${bundle:cli.route.context}")
  private @Nullable Integer contextTokens;

  @Option(names = "--all", description = "${bundle:cli.route.all}")
  private boolean all;

  @Option(names = "--endpoint", paramLabel = "NAME", description = "${bundle:cli.route.endpoint}")
  private @Nullable String endpoint;

  @Option(names = "--fallback", paramLabel = "NAME", description = "${bundle:cli.route.fallback}")
  private @Nullable String fallback;

  @Mixin private final OptionFlags options = new OptionFlags();

  @Option(names = "--dry-run", description = "${bundle:cli.route.dry-run}")
  private boolean dryRun;

  @Mixin private final ClaudeStartOptions startOptions = new ClaudeStartOptions();

  RouteCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws PortException {
    var choice = choice();
    if (all) {
      requireOnlyInherit(choice);
      return new InheritAllAnswer(context).finish(dryRun);
    }
    if ((endpoint != null || fallback != null) && !choice.equals(Optional.of(RouteChoice.LOCAL))) {
      throw new WrongUsage("cli.route.endpoint-local");
    }
    if (choice.isPresent() && startOptions.areGiven()) {
      throw new WrongUsage("cli.route.only-shown");
    }
    return choice.isPresent() ? change(choice.get()) : show();
  }

  private int show() throws PortException {
    var asked = chosenModel();
    var routes = routes();
    var route = routes.of(startOptions.from());
    var answer = context.answer();
    RouteAnswer.fill(answer, route);
    RouteAnswer.fill(answer, routes, startOptions.from());
    FallbackAnswer.fill(answer, fallback(route.folder()));
    var proof = context.useCases().proofs().standing(route).proof();
    proof.ifPresent(one -> answer.object("proof", each -> VerifyAnswer.fillShort(each, one)));
    var explained = explained(route, asked);
    if (asked.isPresent()) {
      RouteAnswer.fill(answer, asked.get(), explained);
    }
    return context.finish(
        ExitCode.DONE,
        answer,
        console -> {
          RouteAnswer.print(console, route, routes, startOptions.from());
          fallback(route.folder()).ifPresent(one -> FallbackAnswer.print(console, one));
          proof.ifPresent(one -> VerifyAnswer.printShort(console, one));
          explained.forEach(console::line);
        });
  }

  private RoutesByStart routes() throws PortException {
    var useCases = context.useCases();
    if (chosenScope().filter(Scope.USER::equals).isPresent()) {
      return RoutesByStart.same(useCases.routes().readDefault());
    }
    return useCases.routes().readAll(startOptions.start(folder(), useCases.sessionModels()));
  }

  private List<Message> explained(EffectiveRoute route, Optional<String> asked) {
    return asked
        .map(name -> context.useCases().explainModel().explain(route, name))
        .orElse(List.of());
  }

  private int change(RouteChoice choice) throws PortException {
    var notes = new ArrayList<Message>();
    var request = request(choice, notes);
    checkFallback(request);
    var done = change(request);
    keepFallback(request);
    var plan = done.plan();
    var route = done.route();
    notes.addAll(plan.notes());
    if (!dryRun) {
      context.useCases().sessions().openAfter(plan.request()).ifPresent(notes::add);
    }
    notes.forEach(context.console()::note);
    var code = plan.reachesGoal() ? ExitCode.DONE : ExitCode.NO;
    return context.finish(code, answer(plan, route, notes), console -> print(console, plan, route));
  }

  private Switched change(RouteRequest request) throws PortException {
    var switchRoute = context.useCases().switchRoute();
    if (dryRun) {
      var plan = switchRoute.plan(request);
      return new Switched(plan, plan.expected());
    }
    return switchRoute.change(request);
  }

  private void requireOnlyInherit(Optional<RouteChoice> choice) {
    if (!choice.equals(Optional.of(RouteChoice.INHERIT)) || words.size() > 1 || scope != null) {
      throw new WrongUsage("cli.route.all-alone");
    }
  }

  private RouteRequest request(RouteChoice choice, List<Message> notes) throws PortException {
    var chosenScope = chosenScope();
    var isDefault = chosenScope.filter(Scope.USER::equals).isPresent();
    var folder = isDefault ? context.useCases().home().directory() : folder();
    return switch (choice) {
      case LOCAL -> {
        var proposal = targets().propose(folder, chosenModel(), Optional.ofNullable(contextTokens));
        notes.addAll(proposal.notes());
        yield RouteRequest.local(folder, chosenScope, proposal.target().with(options.named()));
      }
      case CLOUD -> RouteRequest.cloud(folder, chosenScope, chosenModel());
      case INHERIT -> RouteRequest.inherit(folder, chosenScope);
    };
  }

  private LocalTargets targets() throws PortException {
    var useCases = context.useCases();
    return endpoint == null
        ? useCases.localTargets()
        : useCases.localTargets(useCases.endpoints().named(endpoint));
  }

  private Optional<RouteEndpoint> fallback(Path folder) {
    return context.useCases().fallbacks().offered(folder);
  }

  /// Before anything is written: a name that nobody knows changes nothing.
  private void checkFallback(RouteRequest request) throws PortException {
    if (fallback != null && !fallback.isEmpty()) {
      context.useCases().fallbacks().check(request.folder(), fallback);
    }
  }

  private void keepFallback(RouteRequest request) throws PortException {
    if (fallback != null && !dryRun) {
      var name = Optional.of(fallback).filter(text -> !text.isEmpty());
      context.useCases().fallbacks().set(request.folder(), name);
    }
  }

  private Answer answer(RoutePlan plan, EffectiveRoute route, List<Message> notes) {
    var answer = context.answer();
    RouteAnswer.fill(answer, route);
    FallbackAnswer.fill(answer, fallback(route.folder()));
    answer
        .put("dryRun", dryRun)
        .objects("changes", plan.changes(), ChangeAnswer::fill)
        .messages("notes", notes);
    plan.request().local().ifPresent(target -> OptionAnswer.fill(answer, target));
    return answer;
  }

  private void print(Console console, RoutePlan plan, EffectiveRoute route) {
    if (plan.changesNothing()) {
      console.line("cli.route.nothing");
    }
    plan.request().local().ifPresent(target -> OptionAnswer.print(console, target));
    for (var change : plan.changes()) {
      console.line(ChangeAnswer.text(change));
      if (dryRun) {
        ChangeAnswer.printDifference(console, change);
      }
    }
    console.line(dryRun ? "cli.route.would" : "cli.route.now");
    RouteAnswer.print(console, route);
    fallback(route.folder()).ifPresent(one -> FallbackAnswer.print(console, one));
  }

  private Optional<RouteChoice> choice() {
    return words.stream()
        .limit(1)
        .flatMap(word ->
            List.of(RouteChoice.values()).stream()
                .filter(choice -> choice.name().toLowerCase(Locale.ROOT).equals(word)))
        .findFirst();
  }

  private Path folder() {
    var rest = choice().isPresent() ? words.subList(1, words.size()) : words;
    if (rest.size() > 1) {
      throw new WrongUsage("cli.route.unknown-word", rest.getFirst());
    }
    return Path.of(rest.isEmpty() ? "" : rest.getFirst()).toAbsolutePath().normalize();
  }

  private Optional<Scope> chosenScope() {
    if (scope == null) {
      return Optional.empty();
    }
    return List.of(Scope.values()).stream()
        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(scope))
        .findFirst()
        .or(() -> {
          throw new WrongUsage("cli.route.unknown-scope", String.valueOf(scope));
        });
  }

  private Optional<String> chosenModel() {
    if (model != null && model.isBlank()) {
      throw new WrongUsage("cli.route.empty-model");
    }
    return Optional.ofNullable(model).map(String::strip);
  }
}
