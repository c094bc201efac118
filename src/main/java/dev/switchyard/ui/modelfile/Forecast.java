package dev.switchyard.ui.modelfile;

import dev.switchyard.domain.Bytes;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.Tokens;
import dev.switchyard.domain.endpoint.Version;
import dev.switchyard.domain.fit.ContextStops;
import dev.switchyard.domain.fit.Correction;
import dev.switchyard.domain.fit.FitEstimator;
import dev.switchyard.domain.fit.FitReport;
import dev.switchyard.domain.fit.Hardware;
import dev.switchyard.domain.fit.KvType;
import dev.switchyard.domain.fit.LoadOptions;
import dev.switchyard.domain.fit.ModelShape;
import dev.switchyard.domain.fit.Part;
import dev.switchyard.domain.fit.Verdict;
import dev.switchyard.domain.model.ClaudeCodeReadiness;
import dev.switchyard.domain.modelfile.Modelfile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a document's model will take in memory.
///
/// @param report part by part, or why there is none
/// @param hints what other settings would save, and what they cost
public record Forecast(Known<FitReport> report, List<Message> hints) {
  private static final int SMALL_BATCH = 512;

  public Forecast {
    hints = List.copyOf(hints);
  }

  static Forecast unknown(Message reason) {
    return new Forecast(Known.unknown(reason), List.of());
  }

  /// The verdict at each stop of the slider, where it is known.
  SortedMap<Integer, Verdict> verdicts() {
    return report.toOptional().map(FitReport::verdicts).orElse(Collections.emptySortedMap());
  }

  /// What changes along the slider: where Claude Code's need ends, and how far the model fits
  /// whole, split, and at all.
  List<Message> marks() {
    var marks = new ArrayList<Message>();
    marks.add(Message.of("modelfile.mark.needed", new Tokens(ClaudeCodeReadiness.NEEDED_CONTEXT)));
    report.toOptional().map(FitReport::ends).ifPresent(marks::addAll);
    return List.copyOf(marks);
  }

  /// What lies beyond the ends of the slider's parts: from which context on, in tokens, what
  /// begins. Empty as long as the model fits whole.
  SortedMap<Integer, Verdict> zones() {
    var zones = new TreeMap<Integer, Verdict>();
    report
        .toOptional()
        .map(FitReport::reach)
        .ifPresent(reach -> {
          // Where two begin at the same place the worse one counts.
          reach.whole().toOptional().ifPresent(end -> zones.put(end, Verdict.SPLITS));
          reach.inMemory().toOptional().ifPresent(end -> zones.put(end, Verdict.SWAPS));
          reach.loadable().toOptional().ifPresent(end -> zones.put(end, Verdict.CANNOT_LOAD));
        });
    return zones;
  }

  /// What a forecast is made for; equal questions have equal answers.
  ///
  /// @param shape of the base model
  /// @param server the version that loads it
  record Question(LoadOptions options, ModelShape shape, Version server, Hardware hardware) {
    /// Where the file does not say, the forecast is for the least that servers choose. One above
    /// the trained maximum is marked as a mistake elsewhere.
    static Question of(Modelfile file, ModelShape shape, Version server, Hardware hardware) {
      long length =
          file.contextLength().filter(tokens -> tokens > 0).orElse((long) ContextStops.LEAST);
      int most = shape.trainedContext().orElse(Integer.MAX_VALUE);
      var options = LoadOptions.of((int) Math.min(length, most)).withBatch(file.batch());
      return new Question(options, shape, server, hardware);
    }

    /// @param correction what earlier loads have shown
    Forecast answer(Correction correction) {
      var estimator = new FitEstimator(server, hardware, correction);
      var report = estimator.estimate(shape, options);
      var hints = new ArrayList<Message>();
      var ways = report.toOptional().map(FitReport::alternatives).orElse(List.of());
      ways.forEach(way ->
          hints.add(Message.of("modelfile.hint.way", way.cost(), new Bytes(way.savedBytes()))));
      if (ways.isEmpty()) {
        addSavings(estimator, report, hints);
      }
      hints.add(Message.of("modelfile.hint.assumed", options.kvType().wireName(), options.slots()));
      return new Forecast(report, hints);
    }

    /// What would be left besides, where it fits as it is.
    private void addSavings(FitEstimator estimator, Known<FitReport> report, List<Message> hints) {
      if (options.batch().isEmpty()) {
        var small = estimator.estimate(shape, options.withBatch(Optional.of(SMALL_BATCH)));
        saving(report, small)
            .map(bytes -> hint("modelfile.hint.batch", bytes))
            .ifPresent(hints::add);
      }
      report
          .toOptional()
          .map(whole -> whole.need().bytes(Part.Name.KV))
          .map(kv -> kv - KvType.Q8_0.insteadOf(options.kvType(), kv))
          .filter(bytes -> bytes > 0)
          .map(bytes -> hint("modelfile.hint.cache", bytes))
          .ifPresent(hints::add);
    }

    private static Optional<Long> saving(Known<FitReport> now, Known<FitReport> small) {
      return now.toOptional()
          .flatMap(a -> small.toOptional().map(b -> a.need().totalBytes() - b.need().totalBytes()))
          .filter(bytes -> bytes > 0);
    }

    private static Message hint(String key, long bytes) {
      return Message.of(key, new Bytes(bytes));
    }
  }
}
