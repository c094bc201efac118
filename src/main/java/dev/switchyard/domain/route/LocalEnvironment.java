package dev.switchyard.domain.route;

import dev.switchyard.domain.route.option.RouteOptions;
import dev.switchyard.domain.route.text.Section;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A local route as variables for a shell, the guide's third step. They are the weakest layer: any
/// settings file that names one of them wins.
public final class LocalEnvironment {
  private LocalEnvironment() {}

  /// All variables of a local route, in the order of [RouteKeys].
  ///
  /// @param process the variables that are set already; a proxy among them must not catch the
  ///   endpoint
  public static Map<String, String> of(
      RouteRequest.LocalTarget target, Map<String, String> process) {
    var settings =
        new EffectiveSettings(
            new RouteInputs(Path.of(""), List.of(), process, Account.NONE, List.of()));
    var proxies = new ProxyRule(settings);
    var route =
        new LocalRoute(
            target.baseUrl(),
            RouteCredential.of(target.endpoint(), false),
            target.model(),
            target.contextTokens(),
            proxies.exemption(BaseUrl.parse(target.baseUrl())),
            proxies.usesLowerCase(),
            false,
            Set.of(),
            target.options().orElse(RouteOptions.usual(target.contextTokens())),
            target.endpoint().flatMap(endpoint -> endpoint.profile().caFile()),
            target.endpoint().map(endpoint -> endpoint.profile().limits().answer()));
    var variables = new LinkedHashMap<String, String>();
    RouteKeys.ALL.stream()
        .filter(row -> row.key().section() == Section.ENV)
        .forEach(row ->
            row.value().apply(route).ifPresent(value -> variables.put(row.key().name(), value)));
    return variables;
  }

  /// The guide's three variables, where no model is known.
  ///
  /// @param baseUrl such as `http://localhost:11434`
  public static Map<String, String> withoutModel(String baseUrl) {
    var variables = new LinkedHashMap<String, String>();
    variables.put("ANTHROPIC_BASE_URL", baseUrl);
    variables.put("ANTHROPIC_AUTH_TOKEN", LocalRoute.PLACEHOLDER);
    variables.put("ANTHROPIC_API_KEY", "");
    return variables;
  }
}
