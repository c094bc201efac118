package dev.switchyard.domain.alarm;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.context.Breach;
import dev.switchyard.domain.project.Project;
import dev.switchyard.domain.reply.CutPrompt;
import dev.switchyard.domain.route.EffectiveRoute.Severity;
import dev.switchyard.domain.route.ProjectRoutes.ProjectRoute;
import java.util.Comparator;

/// Something in a project that needs a person's hand.
public sealed interface ProjectAlarm {
  /// What is lost already comes first, then what will be.
  Comparator<ProjectAlarm> WORST_FIRST =
      Comparator.comparing((ProjectAlarm alarm) -> alarm instanceof Contexts)
          .thenComparing(ProjectAlarm::severity, Comparator.reverseOrder());

  Project project();

  Severity severity();

  /// What happens, and what follows from it.
  Message text();

  /// What to do.
  Message advice();

  /// A place whose context length differs; the worst where several do.
  record Contexts(ProjectRoute row, Breach breach) implements ProjectAlarm {
    @Override
    public Project project() {
      return row.project();
    }

    @Override
    public Severity severity() {
      return breach.severity();
    }

    @Override
    public Message text() {
      return breach.text();
    }

    @Override
    public Message advice() {
      return breach.advice();
    }
  }

  /// A running session whose prompt a server has cut.
  record Cut(Project project, CutPrompt cut) implements ProjectAlarm {
    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public Message text() {
      return cut.text();
    }

    @Override
    public Message advice() {
      return cut.advice();
    }
  }
}
