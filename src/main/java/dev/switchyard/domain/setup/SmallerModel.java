package dev.switchyard.domain.setup;

import dev.switchyard.domain.Bytes;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.fit.Verdict;
import dev.switchyard.domain.model.ModelName;

/// A model to take instead of one that does not fit.
///
/// @param pulled whether it is on the server; of another one the figures are from the catalogue's
///   shape
/// @param downloadBytes what is to be pulled, 0 where nothing is
/// @param totalBytes what it takes at the same context
/// @param savedBytes what that is less
/// @param verdict whether it fits
public record SmallerModel(
    ModelName name,
    boolean pulled,
    long downloadBytes,
    long totalBytes,
    long savedBytes,
    Known<Verdict> verdict) {
  public boolean fits() {
    return verdict.equals(Known.of(Verdict.FITS));
  }

  /// What the person gives for it.
  public Message cost() {
    return pulled
        ? Message.of("fit.cost.model.pulled", name.shortText())
        : Message.of("fit.cost.model.pull", name.shortText(), new Bytes(downloadBytes));
  }
}
