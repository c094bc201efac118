package dev.switchyard.adapter.usage;

import dev.switchyard.domain.usage.Ledger;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// All that is kept between two readings.
///
/// @param files how far each transcript was read, by its real name
/// @param ledger what was counted
record UsageIndex(Map<Path, ReadTranscript> files, Ledger ledger) {
  static UsageIndex empty() {
    return new UsageIndex(new LinkedHashMap<>(), new Ledger());
  }

  ReadTranscript before(Path file) {
    return files.getOrDefault(file, ReadTranscript.NOTHING);
  }
}
