package dev.switchyard.ui.endpoint;

import dev.switchyard.domain.endpoint.EndpointUrl;

/// The servers that the panel knows without having been told of an endpoint.
///
/// @param standard where Ollama is unless the person chooses another server
/// @param current the one that the panel's other screens are about
public record PanelServers(EndpointUrl standard, EndpointUrl current) {}
