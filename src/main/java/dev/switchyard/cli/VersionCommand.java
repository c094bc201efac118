package dev.switchyard.cli;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.about.Build;
import dev.switchyard.domain.about.Inventory;
import dev.switchyard.domain.about.Part;
import dev.switchyard.domain.about.ReadVersions.Versions;
import dev.switchyard.domain.launch.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `switchyard version`: the versions of everything that takes part, and the licences of the parts.
@Command(name = "version", description = "${bundle:cli.version}")
final class VersionCommand implements Callable<Integer> {
  private final CommandContext context;

  @Option(names = "--licences", description = "${bundle:cli.version.licences}")
  private boolean licences;

  VersionCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (licences) {
      return licences();
    }
    var versions = context.useCases().versions().read();
    return context.finish(ExitCode.DONE, answer(versions), console -> print(console, versions));
  }

  /// What `--version` answers: the program alone, at once, without asking another.
  static Answer answer(Answer answer, Build build, List<Inventory.Fact> facts) {
    if (build.version().isEmpty()) {
      answer.unknown("version", Message.of("about.version.none"));
    } else {
      answer.put("version", build.version());
    }
    answer.put("revision", build.revision());
    facts.forEach(fact -> answer.put(fact.id(), fact.value()));
    return answer;
  }

  private Answer answer(Versions versions) {
    var answer = answer(context.answer(), versions.build(), versions.facts());
    switch (versions.claude()) {
      case Known.Value<Program>(var program) ->
          answer.object("claude", child -> StatusCommand.program(child, program));
      case Known.Unknown<Program>(var reason) -> answer.unknown("claude", reason);
    }
    answer.object("ollama", child -> StatusCommand.ollama(child, versions.server()));
    return answer.objects("parts", versions.parts(), VersionCommand::fill);
  }

  private static void fill(Answer answer, Part part) {
    answer.put("name", part.name()).put("version", part.version());
    part.licence()
        .ifPresentOrElse(
            licence -> answer.put("licence", licence.name()).put("address", licence.address()),
            () -> answer.unknown("licence", Message.of("about.licence.sources")));
  }

  private static void print(Console console, Versions versions) {
    var texts = console.texts();
    var rows = new ArrayList<List<String>>();
    var build = versions.build();
    rows.add(
        List.of(
            texts.text("shell.name"),
            build.version().isEmpty() ? texts.text("about.version.none") : build.toString()));
    versions
        .facts()
        .forEach(fact -> rows.add(List.of(texts.text("about.fact." + fact.id()), fact.value())));
    console.table(rows);
    console.line(StatusCommand.claude(versions.claude()));
    console.line(StatusCommand.server(versions.server()));
    console.table(
        versions.parts().stream()
            .map(part ->
                List.of(
                    part.name(), part.version(), part.licence().map(Part.Licence::name).orElse("")))
            .toList());
  }

  private int licences() {
    for (var part : context.useCases().inventory().parts()) {
      context.console().plain(part.title());
      part.licence()
          .ifPresentOrElse(
              licence -> {
                context.console().plain(licence.name());
                licence.texts().forEach(text -> context.console().plain("\n" + text));
              },
              () -> context.console().line("about.licence.sources"));
      context.console().plain("\n" + "-".repeat(72) + "\n");
    }
    return ExitCode.DONE.number();
  }
}
