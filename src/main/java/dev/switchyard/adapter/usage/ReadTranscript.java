package dev.switchyard.adapter.usage;

import java.util.Optional;

/// How far a transcript was read.
///
/// @param offset after the last whole line that was counted, in bytes
/// @param anchor a hash of the bytes just before that: where they are others, it is another file
///   under the name, or what was in it was written anew
/// @param size of the file when it was looked at last, in bytes
/// @param modifiedMillis when it had been written then
/// @param start the folder in which its session was started, once that is known
record ReadTranscript(
    long offset, String anchor, long size, long modifiedMillis, Optional<String> start) {
  static final ReadTranscript NOTHING = new ReadTranscript(0, "", -1, -1, Optional.empty());

  boolean isUnchanged(long sizeNow, long modifiedNow) {
    return size == sizeNow && modifiedMillis == modifiedNow;
  }
}
