package dev.switchyard.domain.probe;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What the witness saw of two conversations.
///
/// @param models every model that was asked for, the conversation's own first
/// @param credentials the worst kind of credential that each header carried
/// @param firstPromptBytes the length of the first request, in bytes; 0 where none came
/// @param requests how many requests for an answer came in all
/// @param subAgents how many of them sub-agents asked
/// @param prefixDiffersAt the first part in which the two conversations' prefixes differ; empty
///   where they are equal byte for byte
public record WhatSeen(
    List<String> models,
    Map<String, CredentialKind> credentials,
    long firstPromptBytes,
    int requests,
    int subAgents,
    Optional<String> prefixDiffersAt) {
  public WhatSeen {
    models = List.copyOf(models);
    credentials = Collections.unmodifiableMap(new TreeMap<>(credentials));
  }

  /// @param first the requests of the one conversation
  /// @param second those of the other
  static WhatSeen of(List<WitnessedRequest> first, List<WitnessedRequest> second) {
    var all = new ArrayList<>(first);
    all.addAll(second);
    var credentials = new TreeMap<String, CredentialKind>();
    all.forEach(request ->
        request
            .credentials()
            .forEach((header, kind) -> credentials.merge(header, kind, WhatSeen::worse)));
    var one = opening(first);
    var other = opening(second);
    return new WhatSeen(
        all.stream().map(WitnessedRequest::model).distinct().toList(),
        credentials,
        one.map(WitnessedRequest::bytes).orElse(0L),
        all.size(),
        (int) all.stream().filter(WitnessedRequest::subAgent).count(),
        one.flatMap(a -> other.flatMap(b -> a.prefix().firstDifference(b.prefix()))));
  }

  private static Optional<WitnessedRequest> opening(List<WitnessedRequest> conversation) {
    return conversation.stream().filter(request -> !request.subAgent()).findFirst();
  }

  private static CredentialKind worse(CredentialKind one, CredentialKind other) {
    return one == CredentialKind.CLOUD || other == CredentialKind.PLACEHOLDER ? one : other;
  }
}
