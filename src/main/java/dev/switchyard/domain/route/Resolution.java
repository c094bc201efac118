package dev.switchyard.domain.route;

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
/// @param sent the credentials that leave
record Resolution(
    RouteInputs inputs,
    EffectiveSettings settings,
    BaseUrl baseUrl,
    Optional<String> provider,
    Destination destination,
    Optional<String> model,
    List<CredentialRule.Sent> sent) {
  boolean leavesCloud() {
    return destination == Destination.LOCAL || destination == Destination.OTHER;
  }

  EffectiveRoute.Credential credential() {
    if (sent.stream().anyMatch(one -> one.kind() == EffectiveRoute.Credential.CLOUD)) {
      return EffectiveRoute.Credential.CLOUD;
    }
    return sent.isEmpty() ? EffectiveRoute.Credential.NONE : EffectiveRoute.Credential.PLACEHOLDER;
  }
}
