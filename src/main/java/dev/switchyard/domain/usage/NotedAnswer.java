package dev.switchyard.domain.usage;

import java.time.Instant;

/// An answer of a server as a line of a transcript notes it. One answer may have several lines.
///
/// @param id the server's own
/// @param at when the line was written
/// @param model what the server says has answered
/// @param folder where Claude Code was at work then
/// @param tally one request, with what had been counted by then
/// @param ended whether the counts are the last ones
public record NotedAnswer(
    String id, Instant at, String model, String folder, Tally tally, boolean ended) {}
