package dev.switchyard.adapter.process;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.probe.ProgramStamps;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// What programs said of themselves. One is not started again for as long as its file is the same:
/// the panel asks every minute, and Node.js alone takes a quarter of a second of CPU time to
/// answer.
final class KeptAnswers {
  /// What is asked may be a stand-in that starts another program, whose file is not seen.
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final Processes processes;
  private final ProgramStamps stamps;
  private final InstantSource clock;
  private final Map<List<String>, Kept> kept = new ConcurrentHashMap<>();

  private record Kept(String stamp, Instant at, Outcome outcome) {}

  KeptAnswers(Processes processes, ProgramStamps stamps, InstantSource clock) {
    this.processes = processes;
    this.stamps = stamps;
    this.clock = clock;
  }

  /// What the program says, or said.
  ///
  /// @param command the same arguments stand for the same question
  /// @throws PortException as [Processes#run]
  Outcome ask(Command command) throws PortException {
    var stamp = stamps.of(Path.of(command.program()));
    var now = clock.instant();
    var before = Optional.ofNullable(kept.get(command.arguments()));
    if (before.isPresent() && stamp.filter(before.get().stamp()::equals).isPresent()) {
      var age = Duration.between(before.get().at(), now);
      if (!age.isNegative() && age.compareTo(LONGEST) < 0) {
        return before.get().outcome();
      }
    }
    var outcome = processes.run(command);
    if (outcome.succeeded()) {
      stamp.ifPresent(known -> kept.put(command.arguments(), new Kept(known, now, outcome)));
    }
    return outcome;
  }
}
