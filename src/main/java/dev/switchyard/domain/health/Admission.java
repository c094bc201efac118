package dev.switchyard.domain.health;

/// Whether an endpoint lets requests in.
public enum Admission {
  /// It refuses requests without a token, and takes those with ours.
  ADMITTED("yes"),
  /// It wants a token that it was not given, or another one.
  REFUSED("no"),
  /// It takes requests without one.
  NOT_ASKED("not-asked");

  private final String id;

  Admission(String id) {
    this.id = id;
  }

  /// As scripts name it.
  public String id() {
    return id;
  }
}
