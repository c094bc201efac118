package dev.switchyard.cli;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.modelfile.BuildVariant;
import dev.switchyard.domain.team.BuildMissing;
import dev.switchyard.domain.team.SharedVariant;
import dev.switchyard.domain.team.TeamSetup;
import java.util.ArrayList;
import java.util.List;

/// The variants of a shared file that the server does not have: named, and built where the person
/// wants that.
final class ImportBuilds {
  private final CommandContext context;
  private final BuildMissing builds;
  private final List<String> built = new ArrayList<>();
  private final List<String> left = new ArrayList<>();

  ImportBuilds(CommandContext context, BuildMissing builds) {
    this.context = context;
    this.builds = builds;
  }

  /// @return NO where something is to be built and was not
  ExitCode finish(Answer answer, TeamSetup setup, boolean build) throws PortException {
    if (setup.variants().isEmpty()) {
      return ExitCode.DONE;
    }
    try {
      for (var variant : builds.missing(setup)) {
        (build && isBuilt(variant) ? built : left).add(variant.name());
      }
    } catch (PortException e) {
      if (build) {
        throw e;
      }
      answer.unknown("notBuilt", e.text());
      return ExitCode.DONE;
    }
    answer.strings("built", built).strings("notBuilt", left);
    return build && !left.isEmpty() ? ExitCode.NO : ExitCode.DONE;
  }

  private boolean isBuilt(SharedVariant variant) throws PortException {
    var lines = new ProgressLines(context.console());
    return switch (builds.build(variant, lines, Cancellation.NEVER)) {
      case BuildVariant.Result.Built result -> {
        result.differences().forEach(each -> context.console().note(each.text()));
        yield true;
      }
      case BuildVariant.Result.Refused refused -> {
        refused.aboutName().forEach(each -> context.console().note(each.text()));
        refused.aboutFile().forEach(each -> context.console().note(each.text()));
        yield false;
      }
    };
  }

  void print(Console console) {
    built.forEach(name -> console.line(Message.of("cli.import.built", name)));
    left.forEach(name -> console.line(Message.of("cli.import.not-built", name)));
  }
}
