package dev.switchyard.domain.doctor.check;

import dev.switchyard.domain.doctor.MachineFacts;
import dev.switchyard.domain.doctor.Step;
import dev.switchyard.domain.model.ClaudeCodeReadiness;
import dev.switchyard.domain.model.InstalledModel;
import java.util.List;
import java.util.Optional;

/// Another model of the same server that Claude Code can work with as it is.
final class ReadyModel {
  private ReadyModel() {}

  /// The step that has the project ask for the newest of them; empty where there is none, or where
  /// no route can be written.
  static Optional<List<Step>> instead(MachineFacts facts) {
    return facts.server().models().toOptional().orElse(List.of()).stream()
        .filter(model -> !facts.model().name().equals(Optional.of(model.name())))
        .filter(model -> ClaudeCodeReadiness.of(model).isReady())
        .max(InstalledModel.OLDEST_FIRST)
        .flatMap(model ->
            RepairedRoute.to(
                facts.project(),
                model.name().shortText(),
                model.configuredContext().toOptional().orElseThrow()))
        .map(List::of);
  }
}
