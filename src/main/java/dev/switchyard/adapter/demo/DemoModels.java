package dev.switchyard.adapter.demo;

import static dev.switchyard.domain.model.Capability.AUDIO;
import static dev.switchyard.domain.model.Capability.COMPLETION;
import static dev.switchyard.domain.model.Capability.EMBEDDING;
import static dev.switchyard.domain.model.Capability.THINKING;
import static dev.switchyard.domain.model.Capability.TOOLS;
import static dev.switchyard.domain.model.Capability.VISION;

import dev.switchyard.adapter.demo.SimulatedModel.Layer;
import dev.switchyard.domain.fit.ModelShape;
import dev.switchyard.domain.model.Capability;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.Recommendation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The models of the demonstration: Gemma 4 as in the guide, and others that show what cannot drive
/// Claude Code.
///
/// File sizes of Gemma 4 are the guide's, that of e4b is exact (Ollama `docs/openapi.yaml`).
public final class DemoModels {
  /// As a real server of 0.33 answers.
  static final List<Recommendation> RECOMMENDATIONS =
      List.of(
          recommendation(
              "kimi-k2.6:cloud",
              "State-of-the-art coding, long-horizon execution, and multimodal agent swarm capability",
              262_144,
              0),
          recommendation("glm-5.1:cloud", "Reasoning and code generation", 202_752, 0),
          recommendation(
              "qwen3.5:cloud", "Reasoning, coding, and agentic tool use with vision", 262_144, 0),
          recommendation(
              "minimax-m2.7:cloud",
              "Fast, efficient coding and real-world productivity",
              204_800,
              0),
          recommendation("gemma4", "Reasoning and code generation locally", 0, 12_000_000_000L),
          recommendation(
              "qwen3.5",
              "Reasoning, coding, and visual understanding locally",
              0,
              14_000_000_000L));

  /// What a server tells of a small GGUF file that was uploaded.
  static final Map<String, Object> SMALL_LLAMA = dense("llama", 2, 64, 4, 2, 16, 131_072, 128, 327);

  private static final Map<String, Object> GEMMA_PARAMETERS =
      Map.of("temperature", 1L, "top_k", 64L, "top_p", 0.95);
  private static final int VOCABULARY = 20_000;
  private static final long LICENSE_BYTES = 11_355;

  private DemoModels() {}

  /// What stands on the demonstration's server when it starts.
  public static List<SimulatedModel> installed(Instant now) {
    var gemma =
        gemma(
            "gemma4:26b",
            GemmaGeometry.B26,
            "25.2B",
            18_000_000_000L,
            now.minus(Duration.ofDays(3)));
    return List.of(
        variant(
            "gemma4-claude",
            gemma,
            Map.of("num_ctx", 65_536L, "temperature", 0.2, "top_p", 0.9),
            now.minus(Duration.ofHours(20))),
        gemma,
        gemma(
            "gemma4:latest",
            GemmaGeometry.E4B,
            "8.0B",
            9_608_350_245L,
            now.minus(Duration.ofDays(4))),
        codellama(now.minus(Duration.ofDays(40))),
        nomicEmbedText(now.minus(Duration.ofDays(61))),
        cloudStub(now.minus(Duration.ofDays(12))));
  }

  /// What the demonstration's registry has.
  public static List<SimulatedModel> registry(Instant now) {
    return List.of(
        gemma("gemma4:latest", GemmaGeometry.E4B, "8.0B", 9_608_350_245L, now),
        gemma("gemma4:e4b", GemmaGeometry.E4B, "8.0B", 9_608_350_245L, now),
        gemma("gemma4:e2b", GemmaGeometry.E2B, "5.1B", 7_200_000_000L, now),
        gemma("gemma4:26b", GemmaGeometry.B26, "25.2B", 18_000_000_000L, now),
        gemma("gemma4:31b", GemmaGeometry.B31, "30.7B", 20_000_000_000L, now),
        qwen(now),
        codellama(now),
        nomicEmbedText(now));
  }

  /// A variant as `/api/create` builds it: the same weights under other parameters.
  public static SimulatedModel variant(
      String name, SimulatedModel base, Map<String, Object> parameters, Instant built) {
    var merged = new HashMap<>(base.parameters());
    merged.putAll(parameters);
    var layers =
        new ArrayList<>(
            base.layers().stream().filter(layer -> layer.kind() != Layer.Kind.PARAMETERS).toList());
    layers.add(parameterLayer(merged));
    return new SimulatedModel(
        ModelName.of(name),
        built,
        base.fullName(),
        base.parameterSize(),
        base.quantization(),
        layers,
        merged,
        base.template(),
        base.system(),
        base.capabilities(),
        base.shape(),
        base.remoteHost(),
        base.vocabulary());
  }

  private static SimulatedModel gemma(
      String name, GemmaGeometry geometry, String parameterSize, long bytes, Instant modified) {
    var capabilities =
        geometry.perLayerWidth() > 0
            ? Set.of(COMPLETION, TOOLS, VISION, THINKING, AUDIO)
            : Set.of(COMPLETION, TOOLS, VISION, THINKING);
    var count = Math.round(Double.parseDouble(parameterSize.replace("B", "")) * 1e9);
    return model(
        name,
        parameterSize,
        "Q4_K_M",
        bytes,
        GEMMA_PARAMETERS,
        capabilities,
        geometry.shape(count, bytes),
        modified);
  }

  private static SimulatedModel qwen(Instant modified) {
    long bytes = 6_600_000_000L;
    return model(
        "qwen3.5:latest",
        "9.7B",
        "Q4_K_M",
        bytes,
        Map.of("temperature", 0.6, "top_p", 0.95),
        Set.of(COMPLETION, TOOLS, VISION, THINKING),
        new ModelShape(
            "qwen35",
            dense("qwen35", 36, 4096, 32, 8, 128, 262_144, 12_288, 151_936),
            List.of(),
            bytes),
        modified);
  }

  private static SimulatedModel codellama(Instant modified) {
    long bytes = 3_825_910_662L;
    return model(
        "codellama:7b",
        "7B",
        "Q4_0",
        bytes,
        Map.of("rope_frequency_base", 1_000_000L),
        Set.of(COMPLETION),
        new ModelShape(
            "llama",
            dense("llama", 32, 4096, 32, 32, 128, 16_384, 11_008, 32_016),
            List.of(),
            bytes),
        modified);
  }

  private static SimulatedModel nomicEmbedText(Instant modified) {
    long bytes = 274_302_450L;
    return model(
        "nomic-embed-text:latest",
        "137M",
        "F16",
        bytes,
        Map.of("num_ctx", 8_192L),
        Set.of(EMBEDDING),
        new ModelShape(
            "nomic-bert",
            dense("nomic-bert", 12, 768, 12, 12, 64, 2_048, 3_072, 30_522),
            List.of(),
            bytes),
        modified);
  }

  private static SimulatedModel cloudStub(Instant modified) {
    var values =
        Map.<String, Object>of(
            "general.architecture",
            "gptoss",
            "gptoss.context_length",
            131_072L,
            "gptoss.embedding_length",
            2_880L);
    return new SimulatedModel(
        ModelName.of("gpt-oss:120b-cloud"),
        modified,
        "",
        "116.8B",
        "MXFP4",
        List.of(Layer.of(Layer.Kind.WEIGHTS, "gpt-oss:120b-cloud", 384)),
        Map.of(),
        "",
        "",
        Set.of(COMPLETION, TOOLS, THINKING),
        new ModelShape("gptoss", values, List.of(), 0),
        "https://ollama.com:443",
        0);
  }

  /// A model whose weights are named by its family and size: gemma4 and gemma4:e4b share theirs.
  private static SimulatedModel model(
      String name,
      String parameterSize,
      String quantization,
      long bytes,
      Map<String, Object> parameters,
      Set<Capability> capabilities,
      ModelShape shape,
      Instant modified) {
    var weights =
        Layer.of(
            Layer.Kind.WEIGHTS,
            shape.architecture() + parameterSize + quantization,
            bytes - LICENSE_BYTES);
    var license = Layer.of(Layer.Kind.LICENSE, "license of " + shape.architecture(), LICENSE_BYTES);
    var blob = "/usr/share/ollama/.ollama/models/blobs/" + weights.digest().replace(':', '-');
    return new SimulatedModel(
        ModelName.of(name),
        modified,
        blob,
        parameterSize,
        quantization,
        List.of(weights, license, parameterLayer(parameters)),
        parameters,
        "{{ .Prompt }}",
        "",
        capabilities,
        shape,
        "",
        VOCABULARY);
  }

  private static Layer parameterLayer(Map<String, Object> parameters) {
    var text = new TreeMap<>(parameters).toString();
    return Layer.of(Layer.Kind.PARAMETERS, text, text.length());
  }

  /// The keys of a model whose layers are all alike.
  private static Map<String, Object> dense(
      String architecture,
      long layers,
      long width,
      long heads,
      long kvHeads,
      long keyLength,
      long context,
      long innerWidth,
      long vocabulary) {
    var values = new HashMap<String, Object>();
    values.put("general.architecture", architecture);
    values.put("general.file_type", 1L);
    values.put(
        "general.parameter_count",
        layers * width * (innerWidth * 3 + heads * keyLength * 2) + vocabulary * width);
    var prefix = architecture + ".";
    values.put(prefix + "block_count", layers);
    values.put(prefix + "context_length", context);
    values.put(prefix + "embedding_length", width);
    values.put(prefix + "feed_forward_length", innerWidth);
    values.put(prefix + "vocab_size", vocabulary);
    values.put(prefix + "attention.head_count", heads);
    values.put(prefix + "attention.head_count_kv", kvHeads);
    values.put(prefix + "attention.key_length", keyLength);
    values.put(prefix + "attention.value_length", keyLength);
    values.put(prefix + "attention.layer_norm_rms_epsilon", 1e-5);
    values.put(prefix + "rope.dimension_count", keyLength);
    values.put(prefix + "rope.freq_base", 10_000L);
    return Map.copyOf(values);
  }

  private static Recommendation recommendation(
      String name, String description, int context, long vramBytes) {
    return new Recommendation(ModelName.of(name), description, context, vramBytes);
  }
}
