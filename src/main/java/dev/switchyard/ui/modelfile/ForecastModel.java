package dev.switchyard.ui.modelfile;

import dev.switchyard.domain.Bytes;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.endpoint.Version;
import dev.switchyard.domain.fit.ContextStops;
import dev.switchyard.domain.fit.FitEstimator;
import dev.switchyard.domain.fit.FitReport;
import dev.switchyard.domain.fit.Hardware;
import dev.switchyard.domain.fit.KvType;
import dev.switchyard.domain.fit.LoadOptions;
import dev.switchyard.domain.fit.ModelShape;
import dev.switchyard.domain.fit.Part;
import dev.switchyard.domain.modelfile.Modelfile;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the document's model will take in memory, computed at every move of the slider.
public final class ForecastModel {
  private static final int SMALL_BATCH = 512;

  private final ReadOnlyObjectWrapper<Known<FitReport>> report =
      new ReadOnlyObjectWrapper<>(Known.unknown(Message.of("modelfile.forecast.noBase")));
  private final ReadOnlyObjectWrapper<Optional<Message>> batchHint =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Message>> cacheHint =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /// The forecast, or why there is none.
  public ReadOnlyObjectProperty<Known<FitReport>> reportProperty() {
    return report.getReadOnlyProperty();
  }

  /// What a smaller batch would save.
  public ReadOnlyObjectProperty<Optional<Message>> batchHintProperty() {
    return batchHint.getReadOnlyProperty();
  }

  /// What a quantized KV cache, the server's setting, would save.
  public ReadOnlyObjectProperty<Optional<Message>> cacheHintProperty() {
    return cacheHint.getReadOnlyProperty();
  }

  void unknown(Message reason) {
    report.set(Known.unknown(reason));
    batchHint.set(Optional.empty());
    cacheHint.set(Optional.empty());
  }

  void update(Modelfile file, ModelShape shape, Version server, Hardware hardware) {
    var options = options(file, shape);
    var estimator = new FitEstimator(server, hardware);
    var now = estimator.estimate(shape, options);
    var small = estimator.estimate(shape, options.withBatch(Optional.of(SMALL_BATCH)));
    batchHint.set(
        saving(now, small)
            .filter(_ -> options.batch().isEmpty())
            .map(bytes -> hint("modelfile.hint.batch", bytes)));
    cacheHint.set(
        now.toOptional()
            .map(whole -> whole.need().bytes(Part.Name.KV))
            .map(kv -> kv - KvType.Q8_0.insteadOf(options.kvType(), kv))
            .filter(bytes -> bytes > 0)
            .map(bytes -> hint("modelfile.hint.cache", bytes)));
    // Last, so that who is told of it sees the rest too.
    report.set(now);
  }

  /// Where the file does not say, the forecast is for the least that servers choose. One above the
  /// trained maximum is marked as a mistake elsewhere.
  private static LoadOptions options(Modelfile file, ModelShape shape) {
    long length =
        file.contextLength().filter(tokens -> tokens > 0).orElse((long) ContextStops.LEAST);
    int most = shape.trainedContext().orElse(Integer.MAX_VALUE);
    return LoadOptions.of((int) Math.min(length, most)).withBatch(file.batch());
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
