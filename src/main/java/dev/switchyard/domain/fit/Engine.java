package dev.switchyard.domain.fit;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.endpoint.Version;
import java.util.Optional;
import java.util.OptionalLong;

/// How a server version lays a model out in memory.
sealed interface Engine permits LlamaServerEngine, OllamaEngine, EarlyLlamaEngine {
  /// The first version that runs every model in llama-server.
  Version LLAMA_SERVER = Version.of(0, 30, 0);

  /// Whether `/api/ps` of this version counts everything that such a model takes on the CPU.
  boolean serverCountsAll(Geometry geometry, LoadOptions options);

  /// What of the prediction's parts `/api/ps` of this version leaves out for such a model on the
  /// CPU, in bytes; empty where nobody can tell.
  ///
  /// @param kvBytes what its cache takes
  default OptionalLong uncountedBytes(Geometry geometry, LoadOptions options, long kvBytes) {
    return serverCountsAll(geometry, options) ? OptionalLong.of(0) : OptionalLong.empty();
  }

  static Engine of(Version version, ModelShape shape) {
    if (version.isAtLeast(LLAMA_SERVER)) {
      return new LlamaServerEngine();
    }
    return OllamaEngine.runs(shape.architecture()) ? new OllamaEngine() : new EarlyLlamaEngine();
  }

  /// Prompt tokens worked on at once.
  int batch(ModelShape shape, Geometry geometry, LoadOptions options, Hardware hardware);

  /// Cells of a cache that holds the whole context, over all slots.
  default long globalCells(LoadOptions options) {
    return padded(options.allTokens());
  }

  /// Cells of a cache that slides, over all slots.
  long slidingCells(String architecture, Geometry geometry, LoadOptions options, int batch);

  /// Elements that one cell of a layer holds.
  default long elementsPerCell(Layer.Attention layer) {
    return layer.heads() * (layer.keyLength() + layer.valueLength() + layer.latentLength());
  }

  /// How many times the vocabulary's vectors are held that tokens are looked up in.
  ///
  /// @param tied whether they serve as the output too: with a GPU they are then held twice, for as
  ///   input they stay in RAM
  default int vocabularyCopies(ModelShape shape, boolean tied, Hardware hardware) {
    return tied && !hardware.freeGpus().isEmpty() ? 2 : 1;
  }

  /// Copies of a recurrent state that each slot keeps.
  default long stateCopies(LoadOptions options) {
    return 1;
  }

  Part compute(
      ModelShape shape, Geometry geometry, LoadOptions options, int batch, Hardware hardware);

  /// What images go through, where the steps of this engine are known.
  default Optional<Vision> vision(ModelShape shape) {
    return Optional.empty();
  }

  /// What stays free on each GPU that is used.
  Part reserve(Hardware hardware);

  /// RAM that the server may fill later, in bytes.
  Part promptCache();

  /// Whether the server refuses to load what is larger than the free memory, or tries all the same.
  boolean refusesTooLarge();

  /// Caches are made in steps of 256 cells.
  static long padded(long cells) {
    return (cells + 255) / 256 * 256;
  }

  static Part part(Part.Name name, long bytes, String assumption, Object... arguments) {
    return new Part(name, bytes, Message.of(assumption, arguments));
  }
}
