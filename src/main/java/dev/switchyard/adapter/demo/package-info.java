/// The demonstration's outside world: an Ollama server inside this process, faithful to recorded
/// answers of real ones, and the machine it pretends to run on. The tests use it too. Nothing here
/// is reached except by `--demo` and by tests.
package dev.switchyard.adapter.demo;
