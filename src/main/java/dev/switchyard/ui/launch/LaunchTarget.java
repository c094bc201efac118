package dev.switchyard.ui.launch;

import dev.switchyard.domain.route.RouteChoice;
import java.nio.file.Path;
import java.util.Optional;

/// The project that a launch button is for.
///
/// @param folder its root
/// @param expected what the person chose for it in Switchyard, so that a route that leads elsewhere
///   is noticed
public record LaunchTarget(Path folder, Optional<RouteChoice> expected) {}
