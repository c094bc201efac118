package dev.switchyard.domain.model;

import dev.switchyard.domain.Known;
import java.time.Instant;
import java.util.Comparator;
import java.util.Set;

/// A model that the server lists.
///
/// @param name its name
/// @param bytes the size of all its layers, in bytes
/// @param digest SHA-256 of its manifest, hexadecimal; empty where the server does not say
/// @param modifiedAt when it was pulled or built
/// @param family such as `gemma4`; empty where the server does not say
/// @param parameterSize as the server writes it, such as `25.2B`; empty where it does not say
/// @param quantization such as `Q4_K_M`; empty where it does not say
/// @param trainedContext the largest context length in tokens that it was trained for
/// @param configuredContext `num_ctx` of its Modelfile in tokens, or that none is set
/// @param capabilities what it can do
/// @param remoteHost where a cloud stub is really served, empty for a model on this server
/// @param parentModel the model that it was built from, empty where the server does not say
public record InstalledModel(
    ModelName name,
    Known<Long> bytes,
    String digest,
    Known<Instant> modifiedAt,
    String family,
    String parameterSize,
    String quantization,
    Known<Integer> trainedContext,
    Known<Integer> configuredContext,
    Known<Set<Capability>> capabilities,
    String remoteHost,
    String parentModel) {
  /// From the one that was pulled or built first to the newest; before them those whose time is not
  /// told.
  public static final Comparator<InstalledModel> OLDEST_FIRST =
      Comparator.comparing(model -> model.modifiedAt().toOptional().orElse(Instant.MIN));

  /// As Ollama lists it, which tells size and time of each.
  public InstalledModel(
      ModelName name,
      long bytes,
      String digest,
      Instant modifiedAt,
      String family,
      String parameterSize,
      String quantization,
      Known<Integer> trainedContext,
      Known<Integer> configuredContext,
      Known<Set<Capability>> capabilities,
      String remoteHost,
      String parentModel) {
    this(
        name,
        Known.of(bytes),
        digest,
        Known.of(modifiedAt),
        family,
        parameterSize,
        quantization,
        trainedContext,
        configuredContext,
        capabilities,
        remoteHost,
        parentModel);
  }

  /// A stub whose requests Ollama sends to its own cloud.
  public boolean isCloud() {
    return !remoteHost.isEmpty();
  }
}
