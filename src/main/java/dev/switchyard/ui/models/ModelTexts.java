package dev.switchyard.ui.models;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.domain.model.TransferMeter;
import dev.switchyard.domain.model.TransferProgress.Layer;
import dev.switchyard.ui.component.Waiting;
import dev.switchyard.ui.text.Sizes;
import dev.switchyard.ui.text.Texts;
import dev.switchyard.ui.text.TransferTexts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/// Writes what the Models screen shows of a model for people.
final class ModelTexts {
  private static final Duration DAY = Duration.ofDays(1);

  /// A server that keeps a model for ever adds Go's longest duration, 292 years.
  private static final Duration PRACTICALLY_FOREVER = Duration.ofDays(3_650);

  private final Texts texts;
  private final Clock clock;

  ModelTexts(Texts texts, Clock clock) {
    this.texts = texts;
    this.clock = clock;
  }

  Texts texts() {
    return texts;
  }

  Locale locale() {
    return texts.locale();
  }

  String text(String key, Object... arguments) {
    return texts.text(key, arguments);
  }

  String text(Message message) {
    return texts.text(message);
  }

  Waiting waiting(String what) {
    return waiting(what, Duration.ZERO);
  }

  /// @param before how long it took the last time; zero where that is not known
  Waiting waiting(String what, Duration before) {
    return new Waiting(texts, what, before);
  }

  String bytes(long bytes) {
    return Sizes.bytes(bytes, texts.locale());
  }

  /// Empty where it is not known.
  String context(Known<Integer> tokens) {
    return tokens.toOptional().map(this::context).orElse("");
  }

  String context(int tokens) {
    return Sizes.tokens(tokens, texts.locale());
  }

  /// Where a model is: on the GPU, in RAM, or how much of it on each.
  String place(LoadedModel loaded) {
    if (loaded.vramBytes() <= 0) {
      return text("models.loaded.ram");
    }
    if (loaded.vramBytes() >= loaded.bytes()) {
      return text("models.loaded.gpu");
    }
    return text("models.loaded.split", Math.round(100.0 * loaded.vramBytes() / loaded.bytes()));
  }

  /// Until when it stays in memory.
  String until(LoadedModel loaded) {
    var left = Duration.between(clock.instant(), loaded.expiresAt());
    if (left.isNegative()) {
      return text("models.loaded.stopping");
    }
    if (left.compareTo(PRACTICALLY_FOREVER) > 0) {
      return text("models.loaded.forever");
    }
    return left.compareTo(DAY) > 0
        ? text("models.loaded.until", date(loaded.expiresAt()))
        : text("models.loaded.until", time(loaded.expiresAt()));
  }

  /// How long ago, as far as people care.
  String age(Instant instant) {
    var age = Duration.between(instant, clock.instant());
    if (age.compareTo(Duration.ofMinutes(1)) < 0) {
      return text("models.age.now");
    }
    if (age.compareTo(Duration.ofHours(1)) < 0) {
      return text("models.age.minutes", age.toMinutes());
    }
    if (age.compareTo(DAY) < 0) {
      return text("models.age.hours", age.toHours());
    }
    return age.toDays() < 60 ? text("models.age.days", age.toDays()) : date(instant);
  }

  /// How much of a pull is here, how fast it comes, how long it will go on.
  String progress(TransferMeter.Reading reading) {
    return text(TransferTexts.of(reading));
  }

  String amount(Layer layer) {
    return text(TransferTexts.amount(layer.completedBytes(), layer.totalBytes()));
  }

  private String time(Instant instant) {
    return format(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT), instant);
  }

  private String date(Instant instant) {
    return format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM), instant);
  }

  private String format(DateTimeFormatter form, Instant instant) {
    return form.withLocale(texts.locale()).withZone(zone()).format(instant);
  }

  private ZoneId zone() {
    return clock.getZone();
  }
}
