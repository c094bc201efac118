package dev.switchyard.adapter.usage;

import java.util.Random;

/// Lines of transcripts as Claude Code 2.1.330 writes them.
public final class Lines {
  private Lines() {}

  /// An answer of a model that has ended.
  public static String answer(String id, String model, String folder, String at, int in, int out) {
    return answer(id, model, folder, at, in, out, "\"end_turn\"");
  }

  public static String answer(
      String id, String model, String folder, String at, int in, int out, String stopReason) {
    return """
    {"parentUuid":null,"isSidechain":false,"message":{"id":"%s","type":"message",\
    "role":"assistant","model":"%s","content":[{"type":"text","text":"ok"}],\
    "usage":{"input_tokens":%d,"cache_creation_input_tokens":0,"cache_read_input_tokens":0,\
    "output_tokens":%d,"cache_creation":{"ephemeral_1h_input_tokens":0},"iterations":[]},\
    "stop_reason":%s},"requestedModel":"x","type":"assistant","uuid":"u","timestamp":"%s",\
    "cwd":"%s","sessionId":"s","version":"2.1.330"}
    """
        .formatted(id, model, in, out, stopReason, at, folder);
  }

  /// What a person said, of that many characters.
  public static String prompt(String folder, int size) {
    return """
    {"type":"user","message":{"role":"user","content":"%s"},"cwd":"%s"}
    """
        .formatted("secret ".repeat(size / 7 + 1), folder);
  }

  /// As Ollama makes them.
  public static String ollamaId(Random random) {
    return "msg_%08x%08x%08x".formatted(random.nextInt(), random.nextInt(), random.nextInt());
  }
}
