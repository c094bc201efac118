package dev.switchyard.domain.benchmark;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Benchmarks as one JSON object, with the fields of `switchyard bench --history --json`.
public final class JsonExport {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final JsonGenerator json;
  private final Function<? super Message, String> words;
  private final Map<String, String> unknown = new LinkedHashMap<>();

  private JsonExport(JsonGenerator json, Function<? super Message, String> words) {
    this.json = json;
    this.words = words;
  }

  /// @param words writes the reasons for what is not known
  public static String text(
      List<BenchmarkResult> results, Function<? super Message, String> words) {
    var text = new StringWriter();
    try (var json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      new JsonExport(json, words).write(results);
    }
    return text.append('\n').toString();
  }

  private void write(List<BenchmarkResult> results) {
    json.writeStartObject();
    json.writeArrayPropertyStart("benchmarks");
    for (int i = 0; i < results.size(); i++) {
      write(results.get(i), "benchmarks[%d].".formatted(i));
    }
    json.writeEndArray();
    if (!unknown.isEmpty()) {
      json.writeObjectPropertyStart("unknown");
      unknown.forEach(json::writeStringProperty);
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void write(BenchmarkResult result, String path) {
    var subject = result.subject();
    json.writeStartObject();
    json.writeStringProperty("model", subject.model());
    json.writeStringProperty("digest", subject.digest());
    subject.contextTokens().ifPresent(tokens -> json.writeNumberProperty("contextLength", tokens));
    json.writeStringProperty("server", subject.server());
    subject.claude().ifPresent(version -> json.writeStringProperty("claudeVersion", version));
    json.writeStringProperty("at", result.at().toString());
    json.writeNumberProperty("repeats", result.repeats());
    write(result.load(), path + "machine.");
    json.writeArrayPropertyStart("figures");
    result.figures().forEach((key, figure) -> write(key, figure, path));
    json.writeEndArray();
    json.writeEndObject();
  }

  private void write(MachineLoad load, String path) {
    json.writeObjectPropertyStart("machine");
    switch (load.average()) {
      case Known.Value<Double>(var average) -> json.writeNumberProperty("load", average);
      case Known.Unknown<Double>(var reason) -> unknown.put(path + "load", words.apply(reason));
    }
    json.writeNumberProperty("processors", load.processors());
    json.writeArrayPropertyStart("otherModels");
    load.otherModels().forEach(json::writeString);
    json.writeEndArray();
    json.writeEndObject();
  }

  private void write(FigureKey key, Known<Samples> figure, String path) {
    switch (figure) {
      case Known.Unknown<Samples>(var reason) -> unknown.put(path + key.id(), words.apply(reason));
      case Known.Value<Samples>(var samples) -> write(key, samples);
    }
  }

  private void write(FigureKey key, Samples samples) {
    json.writeStartObject();
    json.writeStringProperty("id", key.id());
    json.writeStringProperty("way", key.way().id());
    key.task().ifPresent(task -> json.writeStringProperty("task", task.id()));
    json.writeStringProperty("measure", key.measure().id());
    json.writeStringProperty("unit", key.measure().unit().symbol());
    json.writeStringProperty("source", key.measure().source().wireName());
    json.writeNumberProperty("median", samples.median());
    json.writeNumberProperty("least", samples.least());
    json.writeNumberProperty("most", samples.most());
    json.writeArrayPropertyStart("runs");
    samples.values().forEach(json::writeNumber);
    json.writeEndArray();
    json.writeEndObject();
  }
}
