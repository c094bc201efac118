package dev.switchyard.domain;

/// An amount of memory or disk as a message's argument, written for people when the message is
/// rendered.
public record Bytes(long count) {}
