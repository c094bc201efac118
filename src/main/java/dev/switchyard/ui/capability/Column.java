package dev.switchyard.ui.capability;

import dev.switchyard.domain.capability.Finding;
import dev.switchyard.domain.capability.Report;
import dev.switchyard.domain.capability.Standing;
import dev.switchyard.domain.model.ModelName;
import java.util.List;
import java.util.Optional;

/// What the matrix shows of one model.
public sealed interface Column {
  ModelName model();

  Cell cell(String probe);

  /// What stands where a probe's row crosses a model's column.
  sealed interface Cell {
    record Found(Finding finding) implements Cell {}

    /// Being asked just now.
    record Asked() implements Cell {}

    /// Its turn comes.
    record Waiting() implements Cell {}

    /// No report that holds has it.
    record NotProbed() implements Cell {}
  }

  /// With a report that holds.
  record Probed(Report report) implements Column {
    @Override
    public ModelName model() {
      return report.model();
    }

    @Override
    public Cell cell(String probe) {
      return report.find(probe).<Cell>map(Cell.Found::new).orElseGet(Cell.NotProbed::new);
    }
  }

  /// With one that does not hold any more: no verdict of it is shown.
  record Outdated(ModelName model, Standing standing) implements Column {
    @Override
    public Cell cell(String probe) {
      return new Cell.NotProbed();
    }
  }

  /// Under way.
  ///
  /// @param asked the probe whose turn it is; empty once all are done
  record Running(ModelName model, List<Finding> findings, Optional<String> asked)
      implements Column {
    public Running {
      findings = List.copyOf(findings);
    }

    @Override
    public Cell cell(String probe) {
      return findings.stream()
          .filter(finding -> finding.probe().equals(probe))
          .findFirst()
          .<Cell>map(Cell.Found::new)
          .orElseGet(() ->
              asked.filter(probe::equals).isPresent() ? new Cell.Asked() : new Cell.Waiting());
    }
  }
}
