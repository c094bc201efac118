package dev.switchyard.domain.team;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointKind;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.profile.TimeLimits;
import dev.switchyard.domain.endpoint.profile.TokenSource;
import dev.switchyard.domain.route.option.RouteOption;
import dev.switchyard.domain.route.option.RouteOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Setups that a team may share.
final class TeamSamples {
  /// Made for these tests, and signed by nobody that anyone trusts.
  static final List<String> PEM =
      List.of("-----BEGIN CERTIFICATE-----", "MAMCAQE=", "-----END CERTIFICATE-----");

  private static final List<String> URLS =
      List.of(
          "http://localhost:11434",
          "https://box.example",
          "http://10.1.2.3:8000/llm",
          "https://[2001:db8::1]:8443");
  private static final List<String> LINES =
      List.of(
          "PARAMETER num_ctx 65536",
          "PARAMETER temperature 0.2",
          "# größer ist besser, and so is 漢字",
          "SYSTEM You are \\ brief.",
          "",
          "PARAMETER stop \"<|end|>\"");

  private TeamSamples() {}

  static TeamSetup random(RandomGenerator random) throws PortException {
    var endpoints = new ArrayList<SharedEndpoint>();
    for (int i = random.nextInt(4); i > 0; i--) {
      endpoints.add(endpoint("endpoint-" + i, random));
    }
    var variants = new ArrayList<SharedVariant>();
    for (int i = random.nextInt(4); i > 0; i--) {
      variants.add(variant("team/variant-" + i + ":v1", random));
    }
    var target =
        endpoints.isEmpty() || random.nextBoolean()
            ? Optional.<String>empty()
            : Optional.of(endpoints.getFirst().name());
    var route =
        random.nextBoolean()
            ? Optional.of(
                SharedRoute.of(
                    target, "org/model:v1", 1 + random.nextInt(200_000), options(random)))
            : Optional.<SharedRoute>empty();
    return TeamSetup.of(endpoints, variants, route);
  }

  private static SharedEndpoint endpoint(String name, RandomGenerator random) throws PortException {
    var token =
        switch (random.nextInt(4)) {
          case 0 -> new TokenSource.None();
          case 1 -> new TokenSource.Literal("lmstudio");
          case 2 -> new TokenSource.Variable("BOX_TOKEN");
          default -> new TokenSource.Command("secret-tool lookup service \"the box\"");
        };
    return SharedEndpoint.of(
        name,
        one(List.of(EndpointKind.values()), random),
        EndpointUrl.read(one(URLS, random)),
        token,
        random.nextBoolean() ? Optional.of(Certificates.of(PEM)) : Optional.empty(),
        random.nextBoolean()
            ? TimeLimits.USUAL
            : new TimeLimits(Duration.ofSeconds(9), Duration.ofSeconds(900)));
  }

  private static SharedVariant variant(String name, RandomGenerator random) throws PortException {
    var lines = new ArrayList<String>();
    lines.add("FROM gemma4:e4b");
    for (int i = random.nextInt(5); i > 0; i--) {
      lines.add(one(LINES, random));
    }
    return SharedVariant.of(name, lines);
  }

  private static RouteOptions options(RandomGenerator random) {
    var options = RouteOptions.UNNAMED;
    for (var option : RouteOption.values()) {
      if (random.nextBoolean()) {
        options = options.with(option, one(option.levels(), random));
      }
    }
    return options;
  }

  private static <T> T one(List<T> all, RandomGenerator random) {
    return all.get(random.nextInt(all.size()));
  }
}
