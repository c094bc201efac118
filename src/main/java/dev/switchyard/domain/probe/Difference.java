package dev.switchyard.domain.probe;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.route.Layer;
import java.util.Optional;

/// One thing that is not as the settings, or the person's choice, let expect.
///
/// @param id stable name for scripts, such as `prefix-unstable`
/// @param layer who did it, as far as a layer of settings did
/// @param text what happened, why, and what to do next
public record Difference(String id, Optional<Layer> layer, Message text) {}
