package dev.switchyard.domain.model;

import dev.switchyard.domain.fit.ModelShape;
import java.util.Set;

/// What `/api/show` tells of one installed model, without the tokenizer's lists.
///
/// @param name the name asked for
/// @param modelfile the Modelfile as the server prints it; its FROM names a blob path
/// @param capabilities what it can do
/// @param shape what decides how much memory it takes
/// @param remoteHost where a cloud stub is really served, empty for a model on this server
public record ModelDescription(
    ModelName name,
    String modelfile,
    Set<Capability> capabilities,
    ModelShape shape,
    String remoteHost) {}
