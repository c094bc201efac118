/// How fast a model is on this machine: what is measured, in which order, and what the figures say;
/// their median and spread, what they were before, and what the guide promises.
///
/// Not here: whether a server can do something at all (`probe`), what a model needs of memory
/// (`fit`), and how Claude Code is started for a person (`launch`).
package dev.switchyard.domain.benchmark;
