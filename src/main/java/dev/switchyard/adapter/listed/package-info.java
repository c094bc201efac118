/// Servers that list models and serve them, and do little else from outside: LM Studio,
/// llama-server, vLLM, and gateways.
///
/// Not here: Ollama (`ollama`), requests to models (`anthropic`), and finding out which kind
/// answers (`endpoint`).
package dev.switchyard.adapter.listed;
