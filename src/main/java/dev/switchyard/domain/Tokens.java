package dev.switchyard.domain;

/// A context length as a message's argument, written for people when the message is rendered:
/// `64K`.
public record Tokens(long count) {}
