package dev.switchyard.adapter.file;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.benchmark.BenchmarkResult;
import dev.switchyard.domain.benchmark.BenchmarkResult.Subject;
import dev.switchyard.domain.benchmark.BenchmarkStore;
import dev.switchyard.domain.benchmark.FigureKey;
import dev.switchyard.domain.benchmark.MachineLoad;
import dev.switchyard.domain.benchmark.Samples;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Benchmarks in the private file `benchmarks.json` of Switchyard's state folder. Figures that were
/// not known are not kept.
public final class BenchmarkFile implements BenchmarkStore {
  private static final JsonMapper MAPPER = new JsonMapper();

  private final Path file;

  /// @param state Switchyard's state folder
  public BenchmarkFile(Path state) {
    this.file = state.resolve("benchmarks.json");
  }

  @Override
  public List<BenchmarkResult> load() throws PortException {
    var content = AtomicFiles.read(file);
    if (content.isEmpty()) {
      return List.of();
    }
    try {
      return MAPPER.readTree(content.get()).required("benchmarks").values().stream()
          .map(BenchmarkFile::result)
          .toList();
    } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
      throw new PortException(
          PortException.Kind.MALFORMED, Message.of("bench.unreadable", file.toString()), e);
    }
  }

  @Override
  public void save(List<BenchmarkResult> results) throws PortException {
    var root = MAPPER.createObjectNode();
    var benchmarks = root.putArray("benchmarks");
    results.forEach(result -> write(benchmarks.addObject(), result));
    AtomicFiles.writePrivate(file, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(root));
  }

  private static void write(ObjectNode node, BenchmarkResult result) {
    var subject = result.subject();
    node.put("at", result.at().toString())
        .put("model", subject.model())
        .put("digest", subject.digest())
        .put("server", subject.server())
        .put("repeats", result.repeats())
        .put("processors", result.load().processors());
    subject.contextTokens().ifPresent(tokens -> node.put("contextLength", tokens));
    subject.claude().ifPresent(version -> node.put("claude", version));
    result.load().average().toOptional().ifPresent(load -> node.put("load", load));
    var others = node.putArray("otherModels");
    result.load().otherModels().forEach(others::add);
    var figures = node.putObject("figures");
    result
        .figures()
        .forEach((key, figure) ->
            figure
                .toOptional()
                .ifPresent(samples -> {
                  var values = figures.putArray(key.id());
                  samples.values().forEach(values::add);
                }));
  }

  private static BenchmarkResult result(JsonNode node) {
    return new BenchmarkResult(
        Instant.parse(node.required("at").stringValue()),
        new Subject(
            node.required("model").stringValue(),
            node.required("digest").stringValue(),
            node.path("contextLength").isInt()
                ? Optional.of(node.path("contextLength").intValue())
                : Optional.empty(),
            node.required("server").stringValue(),
            node.path("claude").asStringOpt()),
        node.required("repeats").intValue(),
        load(node),
        figures(node.required("figures")));
  }

  private static MachineLoad load(JsonNode node) {
    var load = node.path("load");
    Known<Double> average =
        load.isNumber()
            ? Known.of(load.doubleValue())
            : Known.unknown(Message.of("bench.load-not-known-then"));
    return new MachineLoad(
        average,
        node.required("processors").intValue(),
        node.path("otherModels").values().stream().map(JsonNode::stringValue).toList());
  }

  /// A figure that only another version of the program knows is left out.
  private static Map<FigureKey, Known<Samples>> figures(JsonNode node) {
    var figures = new LinkedHashMap<FigureKey, Known<Samples>>();
    for (var figure : node.properties()) {
      var values = figure.getValue().values().stream().map(JsonNode::doubleValue).toList();
      FigureKey.parse(figure.getKey())
          .ifPresent(key -> figures.put(key, Known.of(new Samples(values))));
    }
    return figures;
  }
}
