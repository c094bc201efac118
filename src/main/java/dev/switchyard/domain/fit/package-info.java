/// What a model needs in memory at a context length, part by part, and whether that fits. Pure
/// arithmetic over a model's shape; what is in memory now belongs in `memory`.
package dev.switchyard.domain.fit;
