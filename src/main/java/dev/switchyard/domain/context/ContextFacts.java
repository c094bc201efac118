package dev.switchyard.domain.context;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.domain.route.EffectiveRoute;
import java.util.Optional;

/// What a context contract is made from.
///
/// @param route where the project's requests go, to a server of the person's own
/// @param answered whether the server could be asked
/// @param model the model that they ask for, or why it is not known
/// @param loaded the same model in memory; empty where it is not
/// @param firstPrompt the length of the project's first prompt in tokens, where a proof of this
///   very route has measured it
public record ContextFacts(
    EffectiveRoute route,
    boolean answered,
    Known<InstalledModel> model,
    Known<Optional<LoadedModel>> loaded,
    Optional<Long> firstPrompt) {}
