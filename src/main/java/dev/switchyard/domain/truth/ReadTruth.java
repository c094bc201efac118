package dev.switchyard.domain.truth;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.Tokens;
import dev.switchyard.domain.fit.Correction;
import dev.switchyard.domain.fit.FitEstimator;
import dev.switchyard.domain.fit.FitReport;
import dev.switchyard.domain.fit.Hardware;
import dev.switchyard.domain.fit.LoadOptions;
import dev.switchyard.domain.fit.MemoryNeed;
import dev.switchyard.domain.fit.ModelShape;
import dev.switchyard.domain.fit.Part;
import dev.switchyard.domain.fit.Prediction;
import dev.switchyard.domain.log.EventLog;
import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.domain.model.ModelDescription;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.modelfile.Modelfile;
import dev.switchyard.domain.modelfile.ServerMemory;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The use case that looks at one load, and learns from it. Blocks.
///
/// What is trusted, in this order: the server's log, where it tells of the load to its end; the
/// server's own figure, where that version counts all of such a model, or is wrong by what is
/// known. The runner's memory and the rise of a GPU's teach nothing: what was not used yet is
/// missing in them, and earlier prompts and the driver's own share are in it. Nothing is learned
/// where neither the runner's command line nor the log tells how the model was loaded.
public final class ReadTruth {
  private static final int SMALLEST_BATCH = 512;

  private final ModelServer server;
  private final ServerMemory memory;
  private final RunnerSight sight;
  private final Lessons lessons;
  private final EventLog log;
  private final Clock clock;

  /// @param memory what the server may load a model into: how it lays a model out depends on that
  public ReadTruth(
      ModelServer server,
      ServerMemory memory,
      RunnerSight sight,
      Lessons lessons,
      EventLog log,
      Clock clock) {
    this.server = server;
    this.memory = memory;
    this.sight = sight;
    this.lessons = lessons;
    this.log = log;
    this.clock = clock;
  }

  /// @param witnessed what was seen while it was loaded, where this program did it
  /// @throws PortException as [ModelServer#describe], and where this machine's memory cannot be
  ///   read; nothing else that fails keeps the rest from being told
  public LoadTruth read(LoadedModel model, Optional<WitnessedLoad> witnessed) throws PortException {
    return read(model, server.describe(model.name()), witnessed);
  }

  private LoadTruth read(
      LoadedModel model, ModelDescription description, Optional<WitnessedLoad> witnessed)
      throws PortException {
    var seen = sight.of(model, blob(description), server.url().isLoopback(), witnessed);
    var hardware =
        model.vramBytes() > 0 ? memory.hardware() : memory.hardware().withVram(List.of());
    var computed = computed(model, description.shape(), hardware, seen.request());
    var predicted = computed.map(prediction -> corrected(prediction, hardware));
    var logged = seen.logged();
    boolean countsAll = countsAll(model, computed);
    computed
        .toOptional()
        .filter(_ -> seen.request().isPresent())
        .ifPresent(prediction -> learn(model, prediction, logged));
    var truth = LoadTruth.bestBytes(predicted, logged);
    return new LoadTruth(
        model,
        predicted,
        logged,
        seen.heldBytes(),
        seen.gpuBytes(),
        seen.gpuRises(),
        countsAll,
        truth.map(bytes -> Differences.of(model, countsAll, bytes, seen)).orElse(List.of()),
        clamp(model, description));
  }

  /// The name of the file with the weights; empty where the server does not tell.
  public static Optional<String> blob(ModelDescription description) {
    return Modelfile.parse(description.modelfile())
        .from()
        .map(from -> from.value().substring(lastSeparator(from.value()) + 1))
        .filter(name -> name.startsWith("sha256"));
  }

  private static int lastSeparator(String path) {
    return Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  }

  private Known<Prediction> computed(
      LoadedModel model, ModelShape shape, Hardware hardware, Optional<LoadRequest> request)
      throws PortException {
    if (model.contextLength() < 1) {
      return Known.unknown(Message.of("cli.status.no-context"));
    }
    var version = server.version();
    var estimator = new FitEstimator(version, hardware, Correction.NONE);
    var options = request.map(LoadRequest::options).orElseGet(() -> assumed(model));
    return estimator
        .estimate(shape, options)
        .map(report ->
            new Prediction(
                version,
                shape,
                withoutOwnChoice(estimator, shape, report.options(), report.need()),
                !hardware.freeGpus().isEmpty(),
                report.need()));
  }

  /// On a GPU the server chose the batch by what was free when it loaded the model, which nobody
  /// tells afterwards: the smallest one claims least.
  private static LoadOptions assumed(LoadedModel model) {
    var options = LoadOptions.of(model.contextLength());
    return model.vramBytes() > 0 ? options.withBatch(Optional.of(SMALLEST_BATCH)) : options;
  }

  /// The command line does not tell whose choice the batch was: it is taken for the server's where
  /// the server would have chosen the same.
  private static LoadOptions withoutOwnChoice(
      FitEstimator estimator, ModelShape shape, LoadOptions options, MemoryNeed need) {
    var free = options.withBatch(Optional.empty());
    boolean same =
        estimator
            .estimate(shape, free)
            .map(report -> report.need().batch() == need.batch())
            .equals(Known.of(true));
    return same ? free : options;
  }

  private LoadTruth.Predicted corrected(Prediction computed, Hardware hardware) {
    var report =
        new FitEstimator(computed.engine(), hardware, lessons)
            .estimate(computed.shape(), computed.options());
    return new LoadTruth.Predicted(
        computed.options(), report.toOptional().map(FitReport::need).orElse(computed.need()));
  }

  private static boolean countsAll(LoadedModel model, Known<Prediction> computed) {
    return computed
        .map(prediction ->
            model.vramBytes() == 0
                && FitEstimator.serverCountsAll(
                    prediction.engine(), prediction.shape(), prediction.options()))
        .equals(Known.of(true));
  }

  private void learn(LoadedModel model, Prediction prediction, Known<LoggedLoad> logged) {
    var truth =
        logged
            .toOptional()
            .flatMap(load -> withEncoder(load, prediction.need()))
            .or(() -> told(model, prediction));
    if (truth.isEmpty()) {
      return;
    }
    try {
      lessons.learn(Lesson.of(prediction, model.name().shortText(), truth.get(), clock.instant()));
    } catch (PortException e) {
      log.failure("what a load showed was not kept", e);
    }
  }

  /// On GPUs no version was measured.
  private static Optional<Long> told(LoadedModel model, Prediction prediction) {
    var told =
        model.vramBytes() == 0
            ? FitEstimator.allocated(prediction, model.bytes())
            : OptionalLong.empty();
    return told.isPresent() ? Optional.of(told.getAsLong()) : Optional.empty();
  }

  /// The log does not tell of an encoder: it counts as predicted, where the weights show that it
  /// was not among them.
  private static Optional<Long> withEncoder(LoggedLoad load, MemoryNeed need) {
    long encoder = need.bytes(Part.Name.PROJECTOR);
    long weights = load.bytes("model").stream().mapToLong(Long::longValue).sum();
    return encoder == 0 || Math.abs(weights - need.bytes(Part.Name.WEIGHTS)) < encoder / 2
        ? Optional.of(load.totalBytes() + encoder)
        : Optional.empty();
  }

  private static Optional<Message> clamp(LoadedModel model, ModelDescription description) {
    var trained = description.shape().trainedContext();
    return Modelfile.parse(description.modelfile())
        .contextLength()
        .filter(asked -> trained.filter(most -> most == model.contextLength()).isPresent())
        .filter(asked -> asked > model.contextLength())
        .map(asked ->
            Message.of("truth.clamped", new Tokens(asked), new Tokens(model.contextLength())));
  }
}
