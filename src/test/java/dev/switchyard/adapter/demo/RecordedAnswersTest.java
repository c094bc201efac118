package dev.switchyard.adapter.demo;

import static dev.switchyard.domain.model.Capability.COMPLETION;
import static dev.switchyard.domain.model.Capability.TOOLS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.demo.SimulatedModel.Layer;
import dev.switchyard.domain.fit.ModelShape;
import dev.switchyard.domain.fit.ModelShape.Tensor;
import dev.switchyard.domain.model.Capability;
import dev.switchyard.domain.model.ModelName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Replays every recorded request against the simulated server and holds its answer against the
/// recorded one: status, content type, the shape of the JSON, and the words of errors and of a
/// build's steps.
class RecordedAnswersTest {
  private static final Path RECORDED = Path.of("src/test/resources/ollama");
  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final OkHttpClient CLIENT = new OkHttpClient();

  static Stream<Arguments> recordings() throws IOException {
    try (var files = Files.walk(RECORDED)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .map(file -> Arguments.of(Named.of(RECORDED.relativize(file).toString(), file)))
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("recordings")
  void answersAsTheRealServerDid(Path file) throws Exception {
    var recording = MAPPER.readTree(Files.readString(file));
    var version = file.getParent().getFileName() + ".0";
    try (var server = SimulatedOllama.start(setup(version))) {
      if (recording.path("body").asString().contains("expires_at")) {
        send(
            server,
            "POST",
            "/api/generate",
            MAPPER.readTree("{\"model\":\"gemma4-claude\",\"keep_alive\":-1}"));
      }
      var request = recording.path("request");
      var answer =
          send(
              server,
              request.path("method").asString(),
              request.path("path").asString(),
              request.path("body"));

      assertThat(answer.status()).as("status").isEqualTo(recording.path("status").asInt());
      assertThat(answer.contentType())
          .as("content type")
          .isEqualTo(recording.path("contentType").asString(""));
      assertThat(outline(answer.body())).as("body").isEqualTo(outline(recordedBody(recording)));
    }
  }

  /// The recorded model has random weights: its three tokens made no text, and then the server
  /// leaves the list out.
  private static String recordedBody(JsonNode recording) {
    return recording
        .path("body")
        .asString()
        .replace("\"content\":null", "\"content\":[{\"type\":\"text\",\"text\":\"\"}]");
  }

  private record Answer(int status, String contentType, String body) {}

  private static Answer send(SimulatedOllama server, String method, String path, JsonNode body)
      throws IOException {
    var content = body.isObject() ? RequestBody.create(body.toString(), null) : null;
    var request = new Request.Builder().url(server.url() + path).method(method, content).build();
    try (var response = CLIENT.newCall(request).execute()) {
      return new Answer(
          response.code(), response.header("Content-Type", ""), response.body().string());
    }
  }

  /// The body with everything taken out that differs between two runs of the same server: values,
  /// digests, how many lines of one form follow each other.
  private static Object outline(String body) {
    if (!body.contains("{")) {
      return body;
    }
    var lines = new ArrayList<Object>();
    for (var line : body.strip().split("\n+")) {
      Object outline =
          line.startsWith("event:")
              ? line
              : outline(MAPPER.readTree(line.replaceFirst("^data: ", "")), "");
      if (lines.isEmpty() || !lines.getLast().equals(outline)) {
        // A text's next piece repeats two lines, the event's name and its data.
        if (lines.size() < 2
            || !lines.get(lines.size() - 2).equals(outline)
            || !line.startsWith("event:")) {
          lines.add(outline);
        }
      }
    }
    return lines;
  }

  private static Object outline(JsonNode node, String key) {
    if (node.isObject()) {
      var outline = new TreeMap<String, Object>();
      node.properties()
          .forEach(entry -> outline.put(entry.getKey(), outline(entry.getValue(), entry.getKey())));
      return outline;
    }
    if (node.isArray() || node.isNull()) {
      // A list may be empty, and withheld lists are null.
      return node.isEmpty()
          ? "list"
          : outline(node.get(0), "") instanceof Map<?, ?> entry ? List.of(entry) : "list";
    }
    if (node.isNumber()) {
      return "number";
    }
    return switch (key) {
      case "error", "message", "status", "type", "role", "object", "done_reason" ->
          node.asString()
              .replaceAll("sha256:[0-9a-f]{64}", "sha256:…")
              .replace("creating new layer", "using existing layer");
      default -> node.getNodeType().toString();
    };
  }

  private static Setup setup(String version) {
    var tiny = model("tiny", Set.of(COMPLETION), Map.of("num_predict", 60L));
    return Setup.instant()
        .offline()
        .withVersion(version)
        .withInstalled(
            List.of(
                tiny,
                model("mid", Set.of(COMPLETION), Map.of()),
                model("tiny-claude", Set.of(COMPLETION, TOOLS), Map.of()),
                DemoModels.variant("tiny4k", tiny, Map.of("num_ctx", 4096L), Setup.EPOCH),
                DemoModels.variant(
                    "gemma4-claude",
                    tiny,
                    Map.of("num_ctx", 65_536L, "temperature", 0.2, "top_p", 0.9),
                    Setup.EPOCH),
                DemoModels.variant("x3", tiny, Map.of("num_ctx", "65536"), Setup.EPOCH),
                DemoModels.variant("copy-of", tiny, Map.of(), Setup.EPOCH)));
  }

  private static SimulatedModel model(
      String name, Set<Capability> capabilities, Map<String, Object> parameters) {
    var tensors = List.of(new Tensor("token_embd.weight", "F16", List.of(64L, 327L)));
    return new SimulatedModel(
        ModelName.of(name),
        Setup.EPOCH,
        "/home/user/.ollama/models/blobs/sha256-" + name,
        "116K",
        "F16",
        List.of(
            Layer.of(Layer.Kind.WEIGHTS, name, 241_000),
            Layer.of(Layer.Kind.TEMPLATE, "template", 60),
            Layer.of(Layer.Kind.PARAMETERS, parameters.toString(), 20)),
        parameters,
        "{{- range .Messages }}<{{ .Role }}>{{ .Content }}{{ end }}<assistant>",
        "",
        capabilities,
        new ModelShape("llama", DemoModels.SMALL_LLAMA, tensors, 241_000),
        "",
        327);
  }
}
