package dev.switchyard.domain.usage;

import dev.switchyard.domain.route.Destination;
import java.time.LocalDate;
import java.util.Optional;

/// What answers are counted by.
///
/// @param day in the person's zone when it was counted
/// @param project the folder in which Claude Code was started
/// @param model what the server says has answered
/// @param form what the answer's id tells
/// @param routed where the project was routed at that time; empty where that is not known
public record UsageKey(
    LocalDate day, String project, String model, AnswerForm form, Optional<Destination> routed) {}
