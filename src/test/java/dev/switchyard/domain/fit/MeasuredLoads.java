package dev.switchyard.domain.fit;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.Version;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What real servers allocated for small models with real geometry: `fit-VERSION.json`.
public record MeasuredLoads(List<Row> rows) {
  /// @param kvMib the KV cache alone in MiB, where the server's log tells it
  /// @param stateMib the states alone
  /// @param imagesMib what was planned for the work on an image
  public record Row(
      Version server,
      String model,
      ModelShape shape,
      LoadOptions options,
      long truthBytes,
      OptionalDouble kvMib,
      OptionalDouble stateMib,
      OptionalDouble imagesMib) {
    @Override
    public String toString() {
      return "%s on %s: %d %s x%d"
          .formatted(model, server, options.contextLength(), options.kvType(), options.slots());
    }
  }

  public static MeasuredLoads of(String version) {
    try (var file = MeasuredLoads.class.getResourceAsStream("fit-" + version + ".json")) {
      var all = new JsonMapper().readTree(file);
      var rows = new ArrayList<Row>();
      var server = Version.parse(all.get("server").asString()).orElseThrow();
      for (var row : all.get("rows")) {
        rows.add(row(server, all.get("models"), row));
      }
      return new MeasuredLoads(rows);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Row row(Version server, JsonNode models, JsonNode row) {
    var name = row.get("model").asString();
    var options =
        LoadOptions.of(row.get("num_ctx").asInt())
            .with(
                KvType.parse(row.get("kv_cache_type").asString()).orElseThrow(),
                row.get("num_parallel").asInt());
    if (row.has("num_batch")) {
      options = options.withBatch(Optional.of(row.get("num_batch").asInt()));
    }
    return new Row(
        server,
        name,
        shape(models.get(name)),
        options,
        row.get("truth_bytes").asLong(),
        mib(row, "KV"),
        mib(row, "RS"),
        mib(row, "projector compute"));
  }

  private static OptionalDouble mib(JsonNode row, String kind) {
    if (!row.has("buffers_mib")) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        row.get("buffers_mib")
            .valueStream()
            .filter(buffer -> buffer.get("kind").asString().equals(kind))
            .mapToDouble(buffer -> buffer.get("mib").asDouble())
            .sum());
  }

  private static ModelShape shape(JsonNode model) {
    try {
      return ShapeReader.read(
          new ByteArrayInputStream(
              model.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    } catch (PortException e) {
      throw new IllegalStateException(e);
    }
  }
}
