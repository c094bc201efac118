package dev.switchyard.cli;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.detect.Detection;
import dev.switchyard.domain.endpoint.profile.EndpointProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `switchyard endpoint`: the endpoints that a person has named, and what answers at an address.
@Command(name = "endpoint", description = "${bundle:cli.endpoint}")
final class EndpointCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(
      arity = "0..*",
      paramLabel = "[list|add|remove|detect|discover|test|reach] [NAME] [URL]",
      hideParamSyntax = true,
      description = "${bundle:cli.endpoint.words}")
  private List<String> words = new ArrayList<>();

  @Mixin private final EndpointOptions options = new EndpointOptions();
  @Mixin private final HealthOptions health = new HealthOptions();

  EndpointCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws PortException {
    var action = words.isEmpty() ? "list" : words.getFirst();
    if (!action.equals("add") && options.areGiven()) {
      throw new WrongUsage("cli.endpoint.only-add");
    }
    if (!action.equals("test") && health.areGiven()) {
      throw new WrongUsage("cli.endpoint.only-test");
    }
    return switch (action) {
      case "list" -> list();
      case "add" -> add(word(1, 3), word(2, 3));
      case "remove" -> remove(word(1, 2));
      case "detect" -> detect(word(1, 2));
      case "discover" -> discover();
      case "test" -> new EndpointTest(context).of(words.subList(1, words.size()), health);
      case "reach" -> new EndpointReach(context).of(words.subList(1, words.size()));
      default -> throw new WrongUsage("cli.endpoint.action", action);
    };
  }

  /// @param of how many words there are in all
  private String word(int at, int of) {
    if (words.size() != of) {
      throw new WrongUsage("cli.endpoint.words-wanted");
    }
    return words.get(at);
  }

  private void onlyAction() {
    if (words.size() > 1) {
      throw new WrongUsage("cli.endpoint.words-wanted");
    }
  }

  private int list() throws PortException {
    onlyAction();
    var profiles = context.useCases().endpoints().all();
    var answer = context.answer().objects("endpoints", profiles, EndpointAnswer::fill);
    return context.finish(
        ExitCode.DONE, answer, console -> EndpointAnswer.print(console, profiles));
  }

  private int add(String name, String address) throws PortException {
    var url = url(address);
    var profile = options.profile(name, url, () -> context.useCases().detectEndpoint().at(url));
    context.useCases().endpoints().add(profile, options.replace());
    if (profile.sendsTokenInClear()) {
      context.console().note(EndpointAnswer.IN_CLEAR);
    }
    return context.finish(
        ExitCode.DONE,
        context.answer().object("added", each -> EndpointAnswer.fill(each, profile)),
        console -> tellAdded(console, profile));
  }

  private static void tellAdded(Console console, EndpointProfile profile) {
    console.line(
        "cli.endpoint.added", profile.name(), profile.kind().product(), profile.url().toString());
  }

  private int remove(String name) throws PortException {
    context.useCases().endpoints().remove(name);
    return context.finish(
        ExitCode.DONE,
        context.answer().put("removed", name),
        console -> console.line("cli.endpoint.removed", name));
  }

  private int detect(String address) throws PortException {
    var detection = context.useCases().detectEndpoint().at(url(address));
    var answer = context.answer();
    DetectionAnswer.fill(answer, detection);
    return context.finish(
        detection.certainty() == Detection.Certainty.NONE ? ExitCode.NO : ExitCode.DONE,
        answer,
        console -> DetectionAnswer.print(console, detection));
  }

  private int discover() {
    onlyAction();
    var found = context.useCases().detectEndpoint().onStandardPorts();
    var answer = context.answer().objects("found", found, DetectionAnswer::fill);
    return context.finish(ExitCode.DONE, answer, console -> DetectionAnswer.print(console, found));
  }

  private EndpointUrl url(String text) throws PortException {
    var url = EndpointUrl.read(text);
    if (url.strippedV1()) {
      context.console().note(EndpointAnswer.STRIPPED);
    }
    return url;
  }
}
