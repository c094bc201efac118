package dev.switchyard.domain.fit;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;

/// Another way to load the same model, where it does not fit as asked.
///
/// @param options the way
/// @param totalBytes what it takes
/// @param savedBytes what that is less
/// @param verdict whether it fits then
/// @param cost what the person gives for it
public record Alternative(
    LoadOptions options, long totalBytes, long savedBytes, Known<Verdict> verdict, Message cost) {
  public boolean fits() {
    return verdict.equals(Known.of(Verdict.FITS));
  }
}
