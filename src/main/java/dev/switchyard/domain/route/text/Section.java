package dev.switchyard.domain.route.text;

/// The objects of a settings file in which Switchyard owns keys.
public enum Section {
  TOP(""),
  ENV("env"),
  PERMISSIONS("permissions");

  private final String memberName;

  Section(String memberName) {
    this.memberName = memberName;
  }

  /// The name of the top-level member that is this object; empty for the top itself.
  public String memberName() {
    return memberName;
  }
}
