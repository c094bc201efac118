package dev.switchyard.domain.doctor;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.fit.Correction;
import dev.switchyard.domain.fit.FitEstimator;
import dev.switchyard.domain.fit.FitReport;
import dev.switchyard.domain.fit.LoadOptions;
import dev.switchyard.domain.memory.MemorySensor;
import dev.switchyard.domain.model.ClaudeCodeReadiness;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.modelfile.Modelfile;
import dev.switchyard.domain.modelfile.ServerMemory;
import java.util.function.Supplier;

/// Whether an installed model has room in the memory of its server's machine, as it is built.
public final class ForecastModel {
  private final Supplier<MemorySensor> sensor;
  private final Supplier<? extends Correction> correction;

  /// @param sensor this machine's memory
  /// @param correction what earlier loads have shown
  public ForecastModel(Supplier<MemorySensor> sensor, Supplier<? extends Correction> correction) {
    this.sensor = sensor;
    this.correction = correction;
  }

  /// @throws PortException MISSING where the server has no such model; as [ModelServer], and where
  ///   this machine's memory cannot be read
  public Known<FitReport> of(ModelServer server, ModelName model) throws PortException {
    var described = server.describe(model);
    var modelfile = Modelfile.parse(described.modelfile());
    long context = modelfile.contextLength().orElse((long) ClaudeCodeReadiness.NEEDED_CONTEXT);
    var hardware = new ServerMemory(server, sensor.get()).hardware();
    return new FitEstimator(server.version(), hardware, correction.get())
        .estimate(
            described.shape(),
            LoadOptions.of((int) Math.min(context, Integer.MAX_VALUE))
                .withBatch(modelfile.batch()));
  }
}
