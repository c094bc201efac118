package dev.switchyard.domain.usage;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// Days that are looked at, both ends included.
public record Period(LocalDate first, LocalDate last) {
  /// The days up to today.
  ///
  /// @param days at least one
  public static Period ofDays(int days, LocalDate today) {
    return new Period(today.minusDays(days - 1L), today);
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  public long days() {
    return ChronoUnit.DAYS.between(first, last) + 1;
  }
}
