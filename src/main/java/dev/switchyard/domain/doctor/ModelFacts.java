package dev.switchyard.domain.doctor;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.context.ContextContract;
import dev.switchyard.domain.fit.FitReport;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.modelfile.Modelfile;
import java.util.List;
import java.util.Optional;

/// What is known of the model that a project asks for.
///
/// @param name empty where the project names none, or where its requests go to no server of the
///   person's
/// @param modelfile the one that is saved under its name; empty where none is
/// @param context its context in the four places; empty where requests go to no server of the
///   person's
/// @param fit whether it has room in memory as it is built; empty where it is not installed
/// @param base what it was built on; empty where it is no variant, or where its base is gone
/// @param reading how long its first prompt takes
/// @param rivals what the same server is asked for beside it
public record ModelFacts(
    Optional<ModelName> name,
    Known<Optional<Modelfile>> modelfile,
    Known<Optional<ContextContract>> context,
    Known<Optional<FitReport>> fit,
    Known<Optional<BuiltOn>> base,
    Known<PromptReading> reading,
    Known<List<Rival>> rivals) {}
