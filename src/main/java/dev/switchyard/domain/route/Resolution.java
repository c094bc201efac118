package dev.switchyard.domain.route;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.localonly.LocalOnly;
import java.util.List;
import java.util.Optional;

/// What was found out about a route, for the checks that look for problems in it.
///
/// @param inputs what it was found out from
/// @param settings the values in force
/// @param baseUrl where the requests are sent, unless a cloud provider's switch is on
/// @param provider the cloud provider's switch that is on
/// @param destination where the requests arrive
/// @param model the model asked for, empty for Claude Code's own choice
/// @param credentials which credentials there are, and which of them leave
/// @param refusal why Claude Code would not even start
/// @param endpoint what the person has said about where the requests are sent
record Resolution(
    RouteInputs inputs,
    EffectiveSettings settings,
    BaseUrl baseUrl,
    Optional<String> provider,
    Destination destination,
    Optional<String> model,
    CredentialRule credentials,
    Optional<EffectiveRoute.Problem> refusal,
    Optional<RouteEndpoint> endpoint) {
  /// What the folder's requests may reach, where that is limited.
  Known<Optional<LocalOnly>> localOnly() {
    return inputs.knowledge().localOnly(inputs.folder());
  }

  /// What leaves with a request. A cloud provider is sent what was made for it.
  List<CredentialRule.Sent> sent() {
    return provider
        .map(name -> List.of(CredentialRule.ofProvider(settings, name)))
        .orElseGet(credentials::sent);
  }

  boolean leavesCloud() {
    return destination.leavesCloud();
  }

  EffectiveRoute.Credential credential() {
    var sent = sent();
    if (sent.stream().anyMatch(one -> one.kind() == EffectiveRoute.Credential.CLOUD)) {
      return EffectiveRoute.Credential.CLOUD;
    }
    return sent.isEmpty() ? EffectiveRoute.Credential.NONE : EffectiveRoute.Credential.PLACEHOLDER;
  }
}
