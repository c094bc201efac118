package dev.switchyard.adapter.process;

/// How a program ended.
///
/// @param exitCode 0 for success by convention
/// @param output the start of its standard output, at most [Processes#OUTPUT_LIMIT] bytes
/// @param errors the same of its standard error
public record Outcome(int exitCode, String output, String errors) {
  public boolean succeeded() {
    return exitCode == 0;
  }
}
