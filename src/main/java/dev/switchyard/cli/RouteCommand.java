package dev.switchyard.cli;

import dev.switchyard.domain.FileChange;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.RouteChoice;
import dev.switchyard.domain.route.RoutePlan;
import dev.switchyard.domain.route.RouteRequest;
import dev.switchyard.domain.route.Scope;
import dev.switchyard.domain.route.text.LineDiff;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `switchyard route`: where a project's requests go, and switching that.
@Command(name = "route", description = "${bundle:cli.route}")
final class RouteCommand implements Callable<Integer> {
  private static final int DIFF_CONTEXT = 3;

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

  @Option(names = "--dry-run", description = "${bundle:cli.route.dry-run}")
  private boolean dryRun;

  RouteCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws PortException {
    var choice = choice();
    return choice.isPresent() ? change(choice.get()) : show();
  }

  private int show() throws PortException {
    var routes = context.useCases().routes();
    var route =
        chosenScope().filter(Scope.USER::equals).isPresent()
            ? routes.readDefault()
            : routes.read(folder());
    var answer = context.answer();
    RouteAnswer.fill(answer, route);
    return context.finish(ExitCode.DONE, answer, console -> RouteAnswer.print(console, route));
  }

  private int change(RouteChoice choice) throws PortException {
    var notes = new ArrayList<Message>();
    var plan = context.useCases().switchRoute().plan(request(choice, notes));
    var route = dryRun ? plan.expected() : context.useCases().switchRoute().apply(plan);
    notes.addAll(plan.notes());
    notes.forEach(context.console()::note);
    var code = plan.reachesGoal() ? ExitCode.DONE : ExitCode.NO;
    return context.finish(code, answer(plan, route, notes), console -> print(console, plan, route));
  }

  private RouteRequest request(RouteChoice choice, List<Message> notes) throws PortException {
    var chosenScope = chosenScope();
    var isDefault = chosenScope.filter(Scope.USER::equals).isPresent();
    var folder = isDefault ? context.useCases().home().directory() : folder();
    return switch (choice) {
      case LOCAL -> {
        var proposal =
            context
                .useCases()
                .localTargets()
                .propose(folder, chosenModel(), Optional.ofNullable(contextTokens));
        notes.addAll(proposal.notes());
        yield RouteRequest.local(folder, chosenScope, proposal.target());
      }
      case CLOUD -> RouteRequest.cloud(folder, chosenScope, chosenModel());
      case INHERIT -> RouteRequest.inherit(folder, chosenScope);
    };
  }

  private Answer answer(RoutePlan plan, EffectiveRoute route, List<Message> notes) {
    var answer = context.answer();
    RouteAnswer.fill(answer, route);
    var texts = context.console().texts();
    answer
        .put("dryRun", dryRun)
        .objects("changes", plan.changes(), RouteCommand::fill)
        .strings("notes", notes.stream().map(texts::text).toList());
    return answer;
  }

  private static void fill(Answer answer, FileChange change) {
    answer.put("file", change.file().toString()).put("change", verb(change));
  }

  private void print(Console console, RoutePlan plan, EffectiveRoute route) {
    if (plan.changesNothing()) {
      console.line("cli.route.nothing");
    }
    for (var change : plan.changes()) {
      console.line("cli.route." + verb(change), change.file().toString());
      if (dryRun) {
        LineDiff.of(change.textBefore(), change.textAfter(), DIFF_CONTEXT)
            .forEach(line -> console.plain(mark(line.kind()) + line.text()));
      }
    }
    console.line(dryRun ? "cli.route.would" : "cli.route.now");
    RouteAnswer.print(console, route);
  }

  private static String verb(FileChange change) {
    return change.after().isEmpty() ? "removed" : change.before().isEmpty() ? "created" : "changed";
  }

  private static String mark(LineDiff.Kind kind) {
    return switch (kind) {
      case SAME -> "  ";
      case REMOVED -> "- ";
      case ADDED -> "+ ";
      case GAP -> "  ...";
    };
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
