/// The Capabilities screen: what each model on the server really does with the requests of Claude
/// Code, beside what the guide said of it in April 2026, with the evidence; and the run of the
/// probes.
///
/// Not here: what a probe asks and how it judges (`domain.capability`), whether a model is called
/// ready on the Models screen (`models`).
package dev.switchyard.ui.capability;
