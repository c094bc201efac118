package dev.switchyard.domain.reply;

import java.time.Instant;

/// One reply of a model in a conversation, as Claude Code notes it. Nothing of what was said is
/// kept.
///
/// @param at when it had ended
/// @param model what the server says has answered
/// @param promptTokens what the server counted of the prompt, in tokens
/// @param outputTokens what it counted of the answer, in tokens
/// @param addedBytes how much text came to the conversation since the reply before, in bytes: at
///   least so much, without pictures, tools and what Claude Code itself puts there
/// @param first whether the conversation begins with it
public record Reply(
    Instant at,
    String model,
    long promptTokens,
    long outputTokens,
    long addedBytes,
    boolean first) {}
