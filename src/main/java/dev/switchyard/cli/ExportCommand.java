package dev.switchyard.cli;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.team.ExportTeamSetup;
import dev.switchyard.domain.team.SharedEndpoint;
import dev.switchyard.domain.team.SharedVariant;
import dev.switchyard.domain.team.TeamFile;
import dev.switchyard.domain.team.TeamSetup;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `switchyard export`: endpoints, variants and a project's route as one file for others, without
/// secrets.
@Command(name = "export", description = "${bundle:cli.export}")
final class ExportCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(
      arity = "0..1",
      paramLabel = "[FILE|-]",
      hideParamSyntax = true,
      description = "${bundle:cli.export.file}")
  private @Nullable String file;

  @Option(names = "--endpoint", paramLabel = "NAME", description = "${bundle:cli.export.endpoint}")
  private List<String> endpoints = new ArrayList<>();

  @Option(names = "--variant", paramLabel = "NAME", description = "${bundle:cli.export.variant}")
  private List<String> variants = new ArrayList<>();

  @Option(names = "--project", paramLabel = "DIR", description = "${bundle:cli.export.project}")
  private @Nullable Path project;

  @Option(names = "--replace", description = "${bundle:cli.export.replace}")
  private boolean replace;

  ExportCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws PortException {
    if (file == null && project == null) {
      throw new WrongUsage("cli.export.where");
    }
    var sharing = context.useCases().team();
    var setup = sharing.exports().setup(wish(sharing.exports()));
    var content = TeamFile.write(setup);
    if ("-".equals(file)) {
      var text = new String(content, StandardCharsets.UTF_8);
      return context.finish(
          ExitCode.DONE,
          answer(setup).put("content", text),
          console -> console.plain(text.stripTrailing()));
    }
    var target = target();
    sharing.files().write(target, content, replace);
    return context.finish(
        ExitCode.DONE,
        answer(setup).put("file", target.toString()),
        console ->
            console.line(
                "cli.export.done",
                target.toString(),
                setup.endpoints().size(),
                setup.variants().size(),
                setup.route().isPresent() ? 1 : 0));
  }

  private ExportTeamSetup.Wish wish(ExportTeamSetup exports) throws PortException {
    return endpoints.isEmpty() && variants.isEmpty() && project == null
        ? exports.everything()
        : new ExportTeamSetup.Wish(new HashSet<>(endpoints), new HashSet<>(variants), folder());
  }

  private Optional<Path> folder() {
    return Optional.ofNullable(project).map(path -> path.toAbsolutePath().normalize());
  }

  private Path target() {
    return file == null
        ? folder().orElseThrow().resolve(TeamFile.NAME)
        : Path.of(file).toAbsolutePath().normalize();
  }

  private Answer answer(TeamSetup setup) {
    return context
        .answer()
        .strings("endpoints", setup.endpoints().stream().map(SharedEndpoint::name).toList())
        .strings("variants", setup.variants().stream().map(SharedVariant::name).toList())
        .put("route", setup.route().isPresent());
  }
}
