package dev.switchyard.fake;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.route.SettingsVersion;
import dev.switchyard.domain.route.SettingsVersions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Versions in memory, all of them. It may be told to fail.
public final class MemoryVersions implements SettingsVersions {
  public final Map<SettingsVersion, Optional<byte[]>> kept = new LinkedHashMap<>();
  public @Nullable PortException failure;

  @Override
  public List<Path> files() {
    return kept.keySet().stream().map(SettingsVersion::file).distinct().sorted().toList();
  }

  @Override
  public List<SettingsVersion> of(Path file) {
    var versions = new ArrayList<SettingsVersion>();
    kept.keySet().stream().filter(one -> one.file().equals(file)).forEach(versions::add);
    return versions.reversed();
  }

  @Override
  public Optional<byte[]> content(SettingsVersion version) {
    return kept.getOrDefault(version, Optional.empty());
  }

  @Override
  public void keep(SettingsVersion version, Optional<byte[]> content) throws PortException {
    if (failure != null) {
      throw failure;
    }
    var same =
        kept.keySet().stream()
            .filter(one -> one.file().equals(version.file()))
            .filter(one -> one.fingerprint().equals(version.fingerprint()))
            .toList();
    if (!same.isEmpty() && of(version.file()).getFirst().equals(same.getFirst())) {
      return;
    }
    same.forEach(kept::remove);
    kept.put(version, content);
  }
}
