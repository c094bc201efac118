/// Endpoints from outside: the file that keeps those a person has named, and the connections that
/// ask an address what it is.
///
/// Not here: what the answers mean (`domain.endpoint.detect`), Ollama's own API (`ollama`), and
/// requests to models (`anthropic`).
package dev.switchyard.adapter.endpoint;
