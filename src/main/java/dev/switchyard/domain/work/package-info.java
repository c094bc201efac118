/// What a server is doing right now for those who wait for its answer, so that a long first prompt
/// does not look hung.
///
/// Not here: how fast it is (`benchmark`), what it has in memory (`model`, `truth`).
package dev.switchyard.domain.work;
