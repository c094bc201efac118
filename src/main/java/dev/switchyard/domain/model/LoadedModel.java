package dev.switchyard.domain.model;

import java.time.Instant;

/// A model in memory, as `/api/ps` tells.
///
/// @param name the alias that loaded it first
/// @param digest SHA-256 of its manifest, hexadecimal
/// @param bytes what the server says that it takes in all, in bytes
/// @param vramBytes the part of it on GPUs, in bytes; 0 means all in RAM
/// @param contextLength tokens per request slot, after clamping to the trained maximum; 0 where an
///   old server does not say
/// @param expiresAt when it will be unloaded; centuries ahead means never, a past time means that
///   it is stopping
public record LoadedModel(
    ModelName name,
    String digest,
    long bytes,
    long vramBytes,
    int contextLength,
    Instant expiresAt) {
  public long ramBytes() {
    return bytes - vramBytes;
  }
}
