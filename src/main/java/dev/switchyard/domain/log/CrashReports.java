package dev.switchyard.domain.log;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/// Makes a report of each mistake of the program's own and keeps it; nothing is ever sent.
public final class CrashReports {
  private final Store store;
  private final Supplier<Redaction> redaction;
  private final Supplier<String> versions;

  /// Port: keeps reports, for their owner's eyes only.
  @FunctionalInterface
  public interface Store {
    /// Empty where it cannot be kept.
    Optional<Path> keep(String report);
  }

  /// @param versions of the program and its surroundings, a line each
  public CrashReports(Store store, Supplier<Redaction> redaction, Supplier<String> versions) {
    this.store = store;
    this.redaction = redaction;
    this.versions = versions;
  }

  public Crash of(Throwable bug) {
    var text = "%s%n%s%n".formatted(knownVersions(), StackText.of(bug));
    var report = redaction.get().of(text);
    var summary = redaction.get().of(bug.toString().lines().findFirst().orElse(""));
    return new Crash(summary, report, store.keep(report), Crash.goesOnAfter(bug));
  }

  /// What is broken may be what says the versions.
  private String knownVersions() {
    try {
      return versions.get();
    } catch (RuntimeException | LinkageError e) {
      return "versions unknown: " + e;
    }
  }
}
