package dev.switchyard.ui.modelfile;

import dev.switchyard.domain.Bytes;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.Tokens;
import dev.switchyard.domain.endpoint.Version;
import dev.switchyard.domain.fit.ContextStops;
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
import dev.switchyard.domain.setup.SmallerModel;
import dev.switchyard.domain.truth.ServerSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a document's model will take in memory.
///
/// @param report part by part, or why there is none
/// @param smaller models to take instead where it does not fit
/// @param hints what other settings would save where it does, and what was assumed of the server
public record Forecast(Known<FitReport> report, List<SmallerModel> smaller, List<Message> hints) {
  private static final int SMALL_BATCH = 512;

  public Forecast {
    smaller = List.copyOf(smaller);
    hints = List.copyOf(hints);
  }

  static Forecast unknown(Message reason) {
    return new Forecast(Known.unknown(reason), List.of(), List.of());
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

  Forecast with(List<SmallerModel> found) {
    return new Forecast(report, found, hints);
  }

  /// What a forecast is made for; equal questions have equal answers.
  ///
  /// @param shape of the base model
  /// @param server the version that loads it
  /// @param settings what the server's environment adds
  record Question(
      LoadOptions options,
      ModelShape shape,
      Version server,
      ServerSettings settings,
      Hardware hardware) {
    /// Where the file does not say, the forecast is for the least that servers choose. One above
    /// the trained maximum is marked as a mistake elsewhere.
    static Question of(
        Modelfile file,
        ModelShape shape,
        Version server,
        ServerSettings settings,
        Hardware hardware) {
      return new Question(
          settings.options(file, ContextStops.LEAST), shape, server, settings, hardware);
    }

    /// @param estimator for this server and this hardware
    Forecast answer(FitEstimator estimator) {
      var report = estimator.estimate(shape, options);
      // What the picture needs is computed here, away from the window's thread.
      report
          .toOptional()
          .ifPresent(known -> {
            known.verdicts();
            known.reach();
            known.alternatives();
          });
      var hints = new ArrayList<Message>();
      report
          .toOptional()
          .filter(FitReport::fits)
          .ifPresent(whole -> addSavings(estimator, whole, hints));
      hints.add(settings.note(options));
      return new Forecast(report, List.of(), hints);
    }

    /// What would be left besides, where it fits as it is.
    private void addSavings(FitEstimator estimator, FitReport whole, List<Message> hints) {
      if (options.batch().isEmpty()) {
        estimator
            .estimate(shape, options.withBatch(Optional.of(SMALL_BATCH)))
            .toOptional()
            .map(small -> whole.need().totalBytes() - small.need().totalBytes())
            .flatMap(bytes -> hint("modelfile.hint.batch", bytes))
            .ifPresent(hints::add);
      }
      long kv = whole.need().bytes(Part.Name.KV);
      hint("modelfile.hint.cache", kv - KvType.Q8_0.insteadOf(options.kvType(), kv))
          .ifPresent(hints::add);
    }

    private static Optional<Message> hint(String key, long savedBytes) {
      return Optional.of(savedBytes)
          .filter(bytes -> bytes > 0)
          .map(bytes -> Message.of(key, new Bytes(bytes)));
    }
  }
}
