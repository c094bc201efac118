/// The calculation of one batch as a graph of tensors, and the memory that an engine reserves for
/// it: the peak of what is alive at once. How a model is calculated belongs in `fit`; what it keeps
/// between batches (weights, caches) takes no room here.
package dev.switchyard.domain.fit.graph;
