/// Anthropic's Messages API as a server speaks it: the witness that stands in an endpoint's place
/// for the time of a proof.
///
/// Not here: Ollama's own API (`ollama`), the simulated server (`demo`), and what the witness's
/// observations mean (`domain.probe`).
package dev.switchyard.adapter.anthropic;
