package dev.switchyard.domain.session;

import dev.switchyard.domain.PortException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The past of settings files, each remembered once it was asked for: sessions share most of their
/// files.
final class EarlierOnce implements EarlierSettings {
  private final EarlierSettings earlier;
  private final Map<Path, List<Earlier>> known = new HashMap<>();

  EarlierOnce(EarlierSettings earlier) {
    this.earlier = earlier;
  }

  @Override
  public Optional<Instant> lastChange(Path file) {
    return earlier.lastChange(file);
  }

  @Override
  public Optional<Instant> folderMade(Path file) {
    return earlier.folderMade(file);
  }

  @Override
  public List<Earlier> of(Path file) throws PortException {
    var remembered = known.get(file);
    if (remembered == null) {
      remembered = earlier.of(file);
      known.put(file, remembered);
    }
    return remembered;
  }
}
