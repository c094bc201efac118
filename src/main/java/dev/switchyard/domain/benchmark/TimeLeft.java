package dev.switchyard.domain.benchmark;

import java.time.Duration;

/// How long a benchmark still takes, as far as that was measured.
///
/// @param known what the steps take whose like was measured before, in this benchmark or the last
///   one of the same model
/// @param complete whether those are all that are left; otherwise it takes longer
public record TimeLeft(Duration known, boolean complete) {}
