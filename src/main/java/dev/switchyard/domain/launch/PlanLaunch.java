package dev.switchyard.domain.launch;

import dev.switchyard.domain.Home;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.Surroundings;
import dev.switchyard.domain.launch.LaunchRequest.Task;
import dev.switchyard.domain.launch.shell.Invocation;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.RouteReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The use case that decides what exactly is run for a request.
public final class PlanLaunch {
  /// The guide's question.
  static final String QUICK_QUESTION = "What model are you?";

  private final RouteReader routes;
  private final Programs programs;
  private final LaunchFolder files;
  private final Surroundings surroundings;
  private final Home home;

  public PlanLaunch(
      RouteReader routes,
      Programs programs,
      LaunchFolder files,
      Surroundings surroundings,
      Home home) {
    this.routes = routes;
    this.programs = programs;
    this.files = files;
    this.surroundings = surroundings;
    this.home = home;
  }

  /// For a terminal that Switchyard opens: names Claude Code by its file.
  ///
  /// @throws PortException UNREACHABLE with the way to install it if Claude Code is not here, and
  ///   what reading the settings gives
  public LaunchPlan forTerminal(LaunchRequest request) throws PortException {
    var program =
        switch (programs.claude()) {
          case Known.Value<Program>(var found) -> found.path().toString();
          case Known.Unknown<Program>(var reason) ->
              throw new PortException(PortException.Kind.UNREACHABLE, reason);
        };
    return plan(request, program);
  }

  /// For a person's own terminal: names Claude Code as one would type it, also where it was not
  /// found.
  public LaunchPlan forPasting(LaunchRequest request) throws PortException {
    var program =
        switch (programs.claude()) {
          case Known.Value<Program>(var found) when !found.onPath() -> found.path().toString();
          case Known<Program> _ -> "claude";
        };
    return plan(request, program);
  }

  private LaunchPlan plan(LaunchRequest request, String program) throws PortException {
    var folder = request.folder();
    return switch (request.task()) {
      case Task.Session(var arguments) -> {
        var route = routes.read(folder);
        yield routed(folder, route, command(program, route, arguments), prints(arguments));
      }
      case Task.QuickTest() -> {
        var route = routes.read(folder);
        yield routed(folder, route, command(program, route, List.of("-p", QUICK_QUESTION)), true);
      }
      case Task.CloudOnce(var model, var prompt) -> cloudOnce(folder, program, model, prompt);
      case Task.LocalOnce once -> localOnce(folder, program, once);
    };
  }

  /// The settings are stronger than all files of the project, so nothing else is needed.
  private LaunchPlan localOnce(Path folder, String program, Task.LocalOnce once)
      throws PortException {
    var settings = files.settings(".json", once.settings());
    var command =
        new ArrayList<>(
            List.of(program, "--settings", settings.toString(), "--model", once.model()));
    command.addAll(once.arguments());
    return new LaunchPlan(
        title(folder),
        new Invocation(folder, homeVariables(), Map.of(), command),
        prints(once.arguments()));
  }

  private static boolean prints(List<String> arguments) {
    return arguments.contains("-p") || arguments.contains("--print");
  }

  private LaunchPlan routed(
      Path folder, EffectiveRoute route, List<String> command, boolean staysOpen) {
    var variables = homeVariables();
    variables.putAll(LaunchVariables.of(route));
    return new LaunchPlan(
        title(folder), new Invocation(folder, variables, Map.of(), command), staysOpen);
  }

  private LaunchPlan cloudOnce(Path folder, String program, String model, Optional<String> prompt)
      throws PortException {
    boolean hasKey = surroundings.variable(LaunchVariables.KEY).isPresent();
    var settings =
        files.settings(".json", CloudOnceSettings.of(model, hasKey, surroundings.system()));
    var command =
        new ArrayList<>(List.of(program, "--settings", settings.toString(), "--model", model));
    prompt.ifPresent(text -> command.addAll(List.of("-p", text)));
    var copied =
        hasKey
            ? Map.of(CloudOnceSettings.KEY_VARIABLE, LaunchVariables.KEY)
            : Map.<String, String>of();
    return new LaunchPlan(
        title(folder),
        new Invocation(folder, homeVariables(), copied, command),
        prompt.isPresent());
  }

  /// A resumed session keeps the model that it was made with, unless it is named.
  private static List<String> command(
      String program, EffectiveRoute route, List<String> arguments) {
    var command = new ArrayList<String>();
    command.add(program);
    if (!names(arguments, "--model")) {
      model(route, arguments).ifPresent(model -> command.addAll(List.of("--model", model)));
    }
    command.addAll(arguments);
    return command;
  }

  private static Optional<String> model(EffectiveRoute route, List<String> arguments) {
    var routed = route.model().filter(model -> !model.isBlank());
    if (route.destination().leavesCloud()) {
      return routed;
    }
    boolean resumes =
        names(arguments, "--continue")
            || names(arguments, "--resume")
            || arguments.contains("-c")
            || arguments.contains("-r");
    return resumes ? routed.or(() -> Optional.of("sonnet")) : Optional.empty();
  }

  private static boolean names(List<String> arguments, String option) {
    return arguments.stream()
        .anyMatch(word -> word.equals(option) || word.startsWith(option + "="));
  }

  /// A terminal may give a new window the environment of its first one: what decides is said again.
  private Map<String, String> homeVariables() {
    var variables = new LinkedHashMap<String, String>();
    if (home.relocated()) {
      variables.put("HOME", home.directory().toString());
      if (surroundings.system() == OperatingSystem.WINDOWS) {
        variables.put("USERPROFILE", home.directory().toString());
      }
    }
    return variables;
  }

  private static String title(Path folder) {
    var name = folder.getFileName();
    return "Claude Code: " + (name == null ? folder : name);
  }
}
