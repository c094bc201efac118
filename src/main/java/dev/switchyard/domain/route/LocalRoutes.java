package dev.switchyard.domain.route;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.route.RouteRequest.LocalTarget;
import dev.switchyard.domain.route.text.SettingKey;
import java.util.Set;

/// Works out what a local route needs, given what stands in all layers without it.
final class LocalRoutes {
  /// Permission modes in which auto mode's classifier never runs. Plan mode arms it.
  private static final Set<String> MODES_WITHOUT_CLASSIFIER =
      Set.of("default", "manual", "acceptEdits", "bypassPermissions", "dontAsk");

  private LocalRoutes() {}

  /// @param found what stands there without the route
  /// @param helperStands whether another of our routes leaves a key helper in force
  static LocalRoute of(LocalTarget target, Resolution found, boolean helperStands) {
    var proxies = new ProxyRule(found.settings());
    boolean keepsClassifierOff =
        found
            .settings()
            .value(SettingKey.permission("defaultMode"))
            .filter(MODES_WITHOUT_CLASSIFIER::contains)
            .isPresent();
    return new LocalRoute(
        target.baseUrl(),
        RouteCredential.of(
            target.endpoint(),
            helperStands
                || found.inputs().account().mayHoldConsoleKey()
                || found.settings().value(CredentialRule.HELPER).isPresent()),
        target.model(),
        target.contextTokens(),
        proxies.exemption(BaseUrl.parse(target.baseUrl())),
        proxies.usesLowerCase(),
        !keepsClassifierOff,
        interfering(found.settings()),
        target.options(),
        target.endpoint().flatMap(endpoint -> endpoint.profile().caFile()),
        target.endpoint().map(endpoint -> endpoint.profile().limits().answer()));
  }

  /// A cloud credential is never sent to another server; what our own keys cannot stop is not done
  /// at all.
  ///
  /// @param expected the route that follows
  /// @throws PortException REFUSED where it would be sent
  static void refuseLeak(EffectiveRoute expected) throws PortException {
    var leak = expected.problem(CredentialProblems.LEAK);
    if (leak.isPresent()) {
      throw new PortException(
          PortException.Kind.REFUSED, Message.of("route.refused.leak", leak.get().text()));
    }
  }

  private static Set<SettingKey> interfering(EffectiveSettings settings) {
    return RouteKeys.INTERFERING.stream()
        .filter(key -> settings.value(key).filter(text -> !text.equals("false")).isPresent())
        .collect(toUnmodifiableSet());
  }
}
