/// Ollama's HTTP API as it is spoken on the wire: requests, streams, errors. What the answers mean
/// for a person belongs in `domain.model`; other kinds of server get packages of their own.
package dev.switchyard.adapter.ollama;
