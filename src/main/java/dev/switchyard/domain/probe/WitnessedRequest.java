package dev.switchyard.domain.probe;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// One request as the witness saw it.
///
/// @param model the model asked for
/// @param subAgent whether a sub-agent asked
/// @param credentials the kind of credential in each header that carried one, by the header's name
///   in lower case
/// @param bytes the length of its body, in bytes
/// @param prefix what of it stands before the person's first words
public record WitnessedRequest(
    String model,
    boolean subAgent,
    Map<String, CredentialKind> credentials,
    long bytes,
    PromptPrefix prefix) {
  public WitnessedRequest {
    credentials = Collections.unmodifiableMap(new TreeMap<>(credentials));
  }
}
