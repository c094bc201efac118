package dev.switchyard.domain.memory;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;

/// A program that holds memory of a GPU.
///
/// @param pid the system's number of the process
/// @param program the name of its file, or the number where the system does not tell
/// @param modelRunner whether it is the process in which Ollama runs a model
/// @param bytes how much it holds, or why unknown
public record GpuProcess(long pid, String program, boolean modelRunner, Known<Long> bytes) {
  /// What a person knows it by.
  public Message name() {
    return modelRunner
        ? Message.of("memory.process.runner")
        : Message.of("memory.process.other", program);
  }
}
