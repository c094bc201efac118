/// The product's knowledge in pure Java: records, sealed types, functions and the ports that
/// adapters implement.
///
/// Here: what is shared by every subject, that is messages, failures, unknown values and
/// cancelling. Not here: files, network, processes, threads, the clock, the environment, JavaFX.
package dev.switchyard.domain;
