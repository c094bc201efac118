package dev.switchyard.adapter.demo;

import dev.switchyard.domain.Fingerprint;
import dev.switchyard.domain.fit.ModelShape;
import dev.switchyard.domain.model.Capability;
import dev.switchyard.domain.model.ModelName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// A model as the simulated server keeps it.
///
/// @param parent the model it was built from, or the path of the blob it was created from
/// @param quantization such as `Q4_K_M`
/// @param layers what a pull transfers, the weights first
/// @param parameters as given to `/api/create`, also where their type is wrong
/// @param remoteHost where a cloud stub is served, empty for a model of this server
/// @param vocabulary how many tokens the tokenizer's lists have in a verbose answer
public record SimulatedModel(
    ModelName name,
    Instant modifiedAt,
    String parent,
    String parameterSize,
    String quantization,
    List<Layer> layers,
    Map<String, Object> parameters,
    String template,
    String system,
    Set<Capability> capabilities,
    ModelShape shape,
    String remoteHost,
    int vocabulary) {
  /// @param digest `sha256:…`
  public record Layer(Kind kind, String digest, long bytes) {
    /// What a layer holds.
    public enum Kind {
      WEIGHTS,
      LICENSE,
      TEMPLATE,
      PARAMETERS
    }

    static Layer of(Kind kind, String content, long bytes) {
      return new Layer(kind, "sha256:" + Fingerprint.of(content).text(), bytes);
    }
  }

  public SimulatedModel {
    layers = List.copyOf(layers);
    parameters = Map.copyOf(parameters);
    capabilities = Set.copyOf(capabilities);
  }

  /// With the tag, as the server lists it.
  String fullName() {
    var text = name.toString();
    return text.indexOf(':', text.lastIndexOf('/') + 1) < 0 ? text + ":latest" : text;
  }

  long bytes() {
    return layers.stream().mapToLong(Layer::bytes).sum();
  }

  /// The manifest's SHA-256: aliases of the same content have the same.
  String digest() {
    return Fingerprint.of(layers + template + system + new TreeMap<>(parameters)).text();
  }

  Layer weights() {
    return layers.getFirst();
  }

  boolean isCloud() {
    return !remoteHost.isEmpty();
  }

  int trainedContext() {
    return number("context_length");
  }

  int embeddingLength() {
    return number("embedding_length");
  }

  private int number(String key) {
    return shape.values().get(shape.architecture() + "." + key) instanceof Long value
        ? value.intValue()
        : 0;
  }

  SimulatedModel copyTo(ModelName destination, Instant now) {
    return new SimulatedModel(
        destination,
        now,
        parent,
        parameterSize,
        quantization,
        layers,
        parameters,
        template,
        system,
        capabilities,
        shape,
        remoteHost,
        vocabulary);
  }
}
