package dev.switchyard.domain.route;

/// Which settings file a route is written to.
public enum Scope {
  /// `.claude/settings.json` of the project, as in the guide; shared with whoever has the project.
  PROJECT,
  /// `.claude/settings.local.json` at the git root (without git: of the project): just this person.
  LOCAL,
  /// `~/.claude/settings.json`: the default of all projects.
  USER
}
