package dev.switchyard.domain.capability;

import java.time.Duration;
import java.util.Optional;

/// One request and its answer as a person may look at them, see [Shortened]. No header is kept, so
/// no credential.
///
/// @param path of the request, below the endpoint's base URL
/// @param sent the request's body
/// @param status the answer's HTTP status; empty where none came
/// @param received the answer's body, as far as it came
/// @param took until the answer's end
public record Evidence(
    String path, String sent, Optional<Integer> status, String received, Duration took) {}
