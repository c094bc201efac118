package dev.switchyard.adapter.process;

/// Threads that read from another program, or write to it. Nothing calls a thread back from a pipe
/// whose other end is silent, and a virtual one would keep the thread that carries it: two such
/// programs could stop everything else on a machine with two processors.
final class PipeThread {
  private PipeThread() {}

  /// @return a thread that has begun, and that does not keep the program from ending
  static Thread start(String name, Runnable work) {
    return Thread.ofPlatform().daemon().name(name).start(work);
  }
}
