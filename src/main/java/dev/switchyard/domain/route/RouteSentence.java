package dev.switchyard.domain.route;

import dev.switchyard.domain.Message;
import java.util.List;

/// A route in one sentence: window and command line say the same.
public final class RouteSentence {
  private static final List<String> BACKGROUND =
      List.of(
          "ANTHROPIC_DEFAULT_OPUS_MODEL",
          "ANTHROPIC_DEFAULT_SONNET_MODEL",
          "ANTHROPIC_DEFAULT_HAIKU_MODEL",
          "ANTHROPIC_DEFAULT_FABLE_MODEL",
          "CLAUDE_CODE_SUBAGENT_MODEL");

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

  private static Message elsewhere(EffectiveRoute route) {
    var host = host(route);
    return route
        .model()
        .map(model ->
            Message.of(
                allFor(route, model) ? "route.sentence.local-all" : "route.sentence.local",
                host,
                model))
        .orElseGet(() -> Message.of("route.sentence.local-no-model", host));
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
