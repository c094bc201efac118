package dev.switchyard.ui.endpoint;

import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.about.Desktop;
import dev.switchyard.domain.endpoint.detect.DetectEndpoint;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// What the screen knows of the machine that it runs on.
///
/// @param servers as they are at the moment
/// @param detect asks an address what it is
/// @param isSet whether a variable of a name is set in the environment of this program
/// @param folder where the endpoints are kept
public record EndpointSurroundings(
    Supplier<PanelServers> servers,
    DetectEndpoint detect,
    OperatingSystem system,
    Predicate<String> isSet,
    Path folder,
    Desktop desktop) {}
