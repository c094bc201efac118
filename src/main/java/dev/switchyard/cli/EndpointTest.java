package dev.switchyard.cli;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.health.Health;
import dev.switchyard.domain.health.Health.Verdict;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// `switchyard endpoint test`: how endpoints are, side by side.
final class EndpointTest {
  private final CommandContext context;
  private final Set<String> told = new HashSet<>();

  EndpointTest(CommandContext context) {
    this.context = context;
  }

  /// @param names of those that are meant; all where there are none
  int of(List<String> names, HealthOptions options) throws PortException {
    if (options.model().filter(String::isBlank).isPresent()) {
      throw new WrongUsage("cli.endpoint.blank-model");
    }
    var useCases = context.useCases();
    var subjects = useCases.healthSubjects().of(names, options.model(), options.firstToken());
    // Open until the answer is printed: after Ctrl-C the program ends as soon as it is closed.
    try (var interruption = useCases.listenForInterruption()) {
      var rows = useCases.checkHealth().check(subjects, this::tell, interruption);
      var answer = context.answer().objects("endpoints", rows, HealthAnswer::fill);
      return context.finish(code(rows), answer, console -> HealthAnswer.print(console, rows));
    }
  }

  /// What is slow is waited for by somebody who wants to see that something happens.
  private void tell(Health row) {
    if (row.subject().wish().firstToken() && row.isComplete() && told.add(row.subject().name())) {
      context.console().note(Message.of("cli.endpoint.tested", row.subject().name()));
    }
  }

  private static ExitCode code(List<Health> rows) {
    var verdicts = rows.stream().map(Health::verdict).toList();
    if (verdicts.contains(Verdict.UNREACHABLE)) {
      return ExitCode.UNREACHABLE;
    }
    return verdicts.contains(Verdict.NOT_WELL) ? ExitCode.NO : ExitCode.DONE;
  }
}
