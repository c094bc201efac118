package dev.switchyard.domain.route;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.route.EffectiveRoute.Setting;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A route in one sentence: window and command line say the same.
public final class RouteSentence {
  private static final List<String> BACKGROUND =
      Stream.concat(
              Stream.of(Tier.values()).map(Tier::variable), Stream.of("CLAUDE_CODE_SUBAGENT_MODEL"))
          .toList();

  /// What makes routes differ, the most likely reason first.
  private static final List<String> REASONS =
      List.of(
          "ANTHROPIC_BASE_URL",
          "CLAUDE_CODE_USE_BEDROCK",
          "CLAUDE_CODE_USE_VERTEX",
          "CLAUDE_CODE_USE_FOUNDRY",
          "ANTHROPIC_MODEL",
          "ANTHROPIC_DEFAULT_MODEL",
          "ANTHROPIC_AUTH_TOKEN",
          "ANTHROPIC_API_KEY",
          "CLAUDE_CODE_OAUTH_TOKEN",
          "ANTHROPIC_CUSTOM_HEADERS");

  /// The port that only Ollama uses unasked.
  private static final String OLLAMA_PORT = ":11434";

  private RouteSentence() {}

  public static Message of(EffectiveRoute route) {
    return switch (route.destination()) {
      case LOCAL, OTHER -> elsewhere(route);
      case CLOUD ->
          route
              .model()
              .map(model -> Message.of("route.sentence.cloud-model", model))
              .orElseGet(() -> Message.of("route.sentence.cloud"));
      case UNUSABLE -> Message.of("route.sentence.unusable", route.baseUrl());
    };
  }

  /// One sentence for each way of starting from which it is not so, and why.
  ///
  /// @param from the way that is spoken of
  public static List<Message> differences(RoutesByStart routes, StartedFrom from) {
    return routes.differingFrom(from).stream()
        .map(other -> difference(routes.of(from), routes.of(other), other))
        .toList();
  }

  private static Message difference(EffectiveRoute own, EffectiveRoute other, StartedFrom from) {
    var way = Message.of("route.from." + from.wireName());
    var place = place(other);
    var error = newError(own, other);
    if (error.isPresent() && place.equals(place(own))) {
      return Message.of("route.differs.error", way, error.get());
    }
    return Stream.concat(REASONS.stream(), other.values().keySet().stream())
        .map(key -> reason(key, own.values().get(key), other.values().get(key)))
        .flatMap(Optional::stream)
        .findFirst()
        .map(reason -> Message.of("route.differs", way, place, reason))
        .orElseGet(() -> Message.of("route.differs-somehow", way, place));
  }

  private static Optional<Message> newError(EffectiveRoute own, EffectiveRoute other) {
    return other.problems().stream()
        .filter(problem -> problem.severity() == EffectiveRoute.Severity.ERROR)
        .filter(
            problem -> own.problems().stream().noneMatch(known -> known.id().equals(problem.id())))
        .map(EffectiveRoute.Problem::text)
        .findFirst();
  }

  private static Optional<Message> reason(
      String key, @Nullable Setting here, @Nullable Setting there) {
    var hereSays = here == null ? null : here.decides();
    var thereSays = there == null ? null : there.decides();
    if (thereSays == null) {
      return Optional.ofNullable(hereSays)
          .map(source -> Message.of("route.differs.not-set", key, setter(source.origin())));
    }
    boolean same = hereSays != null && Objects.equals(hereSays.value(), thereSays.value());
    return same
        ? Optional.empty()
        : Optional.of(Message.of("route.differs.set", key, setter(thereSays.origin())));
  }

  private static Object setter(Origin origin) {
    return switch (origin) {
      case Origin.SettingsFile(var file) -> file.toString();
      case Origin.Argument() -> Message.of("route.layer.flag");
      case Origin.Environment environment -> environment.feed();
    };
  }

  /// Where requests go, to stand inside a sentence.
  public static Message place(EffectiveRoute route) {
    return switch (route.destination()) {
      case CLOUD ->
          route
              .model()
              .map(model -> Message.of("route.place.cloud-model", model))
              .orElseGet(() -> Message.of("route.place.cloud"));
      case LOCAL, OTHER ->
          route
              .model()
              .map(model -> Message.of("route.place.server-model", server(route), model))
              .orElseGet(() -> Message.of("route.place.server", server(route)));
      case UNUSABLE -> Message.of("route.place.unusable", route.baseUrl());
    };
  }

  private static Message elsewhere(EffectiveRoute route) {
    var server = server(route);
    return route
        .model()
        .map(model ->
            Message.of(
                allFor(route, model) ? "route.sentence.local-all" : "route.sentence.local",
                server,
                model))
        .orElseGet(() -> Message.of("route.sentence.local-no-model", server));
  }

  /// The server as people call it.
  static Message server(EffectiveRoute route) {
    var host = host(route);
    if (route.endpoint().isPresent()) {
      return Message.of("route.server.endpoint", route.endpoint().get().name(), route.baseUrl());
    }
    return Message.of(
        host.replaceFirst("/.*$", "").endsWith(OLLAMA_PORT)
            ? "route.server.ollama"
            : "route.server",
        host);
  }

  /// Host and port, as people name a server.
  public static String host(EffectiveRoute route) {
    if (route.baseUrl().isEmpty()) {
      return "api.anthropic.com";
    }
    return route.baseUrl().replaceFirst("^[A-Za-z]+://", "").replaceFirst("/+$", "");
  }

  private static boolean allFor(EffectiveRoute route, String model) {
    return BACKGROUND.stream()
        .allMatch(name -> {
          var setting = route.values().get(name);
          return setting != null && setting.value().equals(model);
        });
  }
}
