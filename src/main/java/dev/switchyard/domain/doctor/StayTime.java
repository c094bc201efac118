package dev.switchyard.domain.doctor;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/// The value of `OLLAMA_KEEP_ALIVE`: a duration as Go writes it, or a number of seconds; less than
/// 0 means forever.
///
/// Source: Ollama `envconfig/config.go`: what is neither counts as not set.
final class StayTime {
  static final Duration USUAL = Duration.ofMinutes(5);
  static final Duration FOREVER = Duration.ofSeconds(Long.MAX_VALUE);

  private static final Pattern SECONDS = Pattern.compile("-?\\d{1,15}");
  private static final Pattern PART = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(h|ms|m|s|us|ns)");
  private static final Map<String, Double> UNIT_SECONDS =
      Map.of("h", 3_600.0, "m", 60.0, "s", 1.0, "ms", 1e-3, "us", 1e-6, "ns", 1e-9);

  private StayTime() {}

  static Duration parse(String text) {
    var value = text.strip();
    boolean isNegative = value.startsWith("-");
    if (SECONDS.matcher(value).matches()) {
      return isNegative ? FOREVER : Duration.ofSeconds(Long.parseLong(value));
    }
    var parts = PART.matcher(isNegative ? value.substring(1) : value);
    double seconds = 0;
    int end = 0;
    while (parts.find() && parts.start() == end) {
      end = parts.end();
      seconds +=
          Double.parseDouble(parts.group(1)) * UNIT_SECONDS.getOrDefault(parts.group(2), 0.0);
    }
    if (end == 0 || end != value.length() - (isNegative ? 1 : 0)) {
      return USUAL;
    }
    return isNegative ? FOREVER : Duration.ofMillis(Math.round(seconds * 1_000));
  }
}
