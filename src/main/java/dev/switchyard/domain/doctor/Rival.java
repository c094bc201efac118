package dev.switchyard.domain.doctor;

import dev.switchyard.domain.model.ModelName;
import java.nio.file.Path;
import java.util.Optional;

/// Another model of the same server that is asked for beside the project's.
///
/// @param model which
/// @param contextTokens with which context it is loaded; empty where it names none
/// @param sameWeights whether it is the same model but for how it is built: the server then has
///   only one of them in memory
/// @param project who asks for it; empty for a model that is in memory now
public record Rival(
    ModelName model,
    Optional<Integer> contextTokens,
    boolean sameWeights,
    Optional<Path> project) {}
