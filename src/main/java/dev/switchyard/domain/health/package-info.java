/// How endpoints are: whether each can be reached, lets in, has the model, speaks the Messages API,
/// and how fast it answers. What is not known stands with its reason, and nothing is guessed.
///
/// Not here: what kind of server an address is (`domain.endpoint.detect`), everything that a model
/// can do (`domain.capability`), how fast it works (`domain.benchmark`), and connections
/// (`adapter.endpoint`).
package dev.switchyard.domain.health;
