/// The Benchmark screen: measuring a model, its figures, what they were before, and the guide's
/// beside them.
///
/// Not here: what is measured and what a figure means (`domain.benchmark`), nor how a chart is
/// drawn (`ui.component`).
package dev.switchyard.ui.benchmark;
