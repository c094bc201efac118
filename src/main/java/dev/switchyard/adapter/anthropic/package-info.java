/// Anthropic's Messages API as a server speaks it: the client that asks an endpoint, and the
/// witness that stands in an endpoint's place for the time of a proof.
///
/// Not here: Ollama's own API (`ollama`), the simulated server (`demo`), and what is made of the
/// answers (`domain.probe`, `domain.benchmark`, `domain.capability`).
package dev.switchyard.adapter.anthropic;
