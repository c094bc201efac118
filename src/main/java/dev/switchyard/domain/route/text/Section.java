package dev.switchyard.domain.route.text;

/// The parts of a settings file in which Switchyard owns something: objects, of which it owns
/// members, and one array, of which it owns elements.
public enum Section {
  TOP(""),
  ENV("env"),
  PERMISSIONS("permissions"),
  /// The rules that Claude Code denies. Each text in it counts as a key whose value is itself, so
  /// that a person's own rules stay beside ours.
  DENY("deny");

  private final String memberName;

  Section(String memberName) {
    this.memberName = memberName;
  }

  /// The name of the member that is this part; empty for the top itself.
  public String memberName() {
    return memberName;
  }

  /// The object that this part is a member of; the top lies in itself.
  Section parent() {
    return this == DENY ? PERMISSIONS : TOP;
  }

  /// The member that is this part as a whole.
  SettingKey asKey() {
    return new SettingKey(parent(), memberName);
  }

  /// Whether this part is the other one or lies in it.
  boolean isWithin(Section other) {
    return this == other || this != TOP && parent().isWithin(other);
  }
}
