package dev.switchyard.domain.usage;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// What usage is added up by.
public enum Grouping {
  PROJECT,
  MODEL,
  DAY;

  public static Optional<Grouping> of(String id) {
    return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
  }

  /// As the command line names it.
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  String group(Usage.Entry entry) {
    return switch (this) {
      case PROJECT -> entry.project();
      case MODEL -> entry.model();
      case DAY -> entry.day().toString();
    };
  }

  Comparator<Usage.Row> order() {
    return this == DAY
        ? Comparator.comparing(Usage.Row::group).thenComparing(Usage.Row::place)
        : Comparator.comparingLong((Usage.Row row) -> row.tally().promptTokens()).reversed();
  }
}
