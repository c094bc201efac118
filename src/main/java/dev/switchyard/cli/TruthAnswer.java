package dev.switchyard.cli;

import dev.switchyard.domain.Bytes;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.truth.GpuRise;
import dev.switchyard.domain.truth.LoadTruth;
import dev.switchyard.domain.truth.LoggedLoad;
import java.util.List;

/// What one loaded model really takes, in an answer.
final class TruthAnswer {
  private TruthAnswer() {}

  static void put(Answer answer, Known<LoadTruth> seen) {
    switch (seen) {
      case Known.Unknown<LoadTruth>(var reason) -> answer.unknown("predictedBytes", reason);
      case Known.Value<LoadTruth>(var truth) -> {
        answer
            .put("predictedBytes", truth.predicted().map(LoadTruth.Predicted::totalBytes))
            .put("allocatedBytes", truth.allocated().map(LoggedLoad::totalBytes))
            .put("processBytes", truth.heldBytes())
            .put("processGpuBytes", truth.gpuBytes())
            .messages("differences", truth.reasons());
        if (truth.model().vramBytes() > 0) {
          putRises(answer, truth.gpuRises());
        }
        truth.clamp().ifPresent(clamp -> answer.put("clamped", clamp));
      }
    }
  }

  private static void putRises(Answer answer, Known<List<GpuRise>> rises) {
    switch (rises) {
      case Known.Unknown<List<GpuRise>>(var reason) -> answer.unknown("gpuRises", reason);
      case Known.Value<List<GpuRise>>(var known) ->
          answer.objects(
              "gpuRises",
              known,
              (child, rise) -> child.put("gpu", rise.gpu()).put("bytes", rise.bytes()));
    }
  }

  static void print(Console console, LoadTruth truth) {
    line(console, "truth.predicted", truth.predicted().map(LoadTruth.Predicted::totalBytes));
    line(console, "truth.allocated", truth.allocated().map(LoggedLoad::totalBytes));
    line(console, "truth.held", truth.heldBytes());
    truth.reasons().forEach(console::note);
    truth.clamp().ifPresent(console::note);
  }

  private static void line(Console console, String key, Known<Long> bytes) {
    bytes
        .toOptional()
        .ifPresent(
            count -> console.line("cli.status.truth", console.texts().text(key), new Bytes(count)));
  }
}
