package dev.switchyard.domain.route;

import dev.switchyard.domain.route.text.SettingKey;
import java.util.Optional;
import java.util.function.Function;

/// A key that a local route owns.
///
/// @param key where it stands
/// @param value what a local route writes there, empty where this route does not need it
/// @param cancelled whether a one-off in the cloud, or a project kept in the cloud, blanks it where
///   a lower layer sets it
/// @param reasonKey key of the one-line reason for it in the bundle
public record RouteKey(
    SettingKey key,
    Function<LocalRoute, Optional<String>> value,
    boolean cancelled,
    String reasonKey) {}
