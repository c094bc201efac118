package dev.switchyard.domain.endpoint.profile;

/// An endpoint that was removed, and all that it takes to have it back.
///
/// @param position where it stood among the others, from 0
/// @param kept as its store kept it, with what Switchyard does not know
public record RemovedEndpoint(EndpointProfile profile, int position, String kept) {}
