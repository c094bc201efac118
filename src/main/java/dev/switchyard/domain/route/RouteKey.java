package dev.switchyard.domain.route;

import dev.switchyard.domain.route.text.JsonLiterals;
import dev.switchyard.domain.route.text.SettingKey;
import java.util.Optional;
import java.util.function.Function;

/// A key that a local route owns.
///
/// @param key where it stands
/// @param value what a local route writes there, empty where this route does not need it
/// @param isText whether that is a text; otherwise it is `true`, `false` or a number
/// @param cancelled whether a one-off in the cloud, or a project kept in the cloud, blanks it where
///   a lower layer sets it
/// @param reasonKey key of the one-line reason for it in the bundle
public record RouteKey(
    SettingKey key,
    Function<LocalRoute, Optional<String>> value,
    boolean isText,
    boolean cancelled,
    String reasonKey) {
  /// What a local route writes there, as JSON.
  Optional<String> json(LocalRoute route) {
    return value.apply(route).map(text -> isText ? JsonLiterals.text(text) : text);
  }
}
