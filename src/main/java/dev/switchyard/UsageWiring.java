package dev.switchyard;

import dev.switchyard.adapter.file.RealPath;
import dev.switchyard.adapter.usage.PriceFile;
import dev.switchyard.adapter.usage.TranscriptUsage;
import dev.switchyard.domain.usage.PriceStore;
import dev.switchyard.domain.usage.ReadUsage;

/// Wires what knows of how much models were used.
final class UsageWiring {
  private UsageWiring() {}

  static ReadUsage usage(Wiring wiring) {
    var home = wiring.home();
    return new ReadUsage(
        new TranscriptUsage(home.claudeConfig(), home.state()),
        wiring.switchRoute(),
        wiring.server(),
        RealPath::of,
        wiring.clock());
  }

  static PriceStore prices(Wiring wiring) {
    return new PriceFile(wiring.home().configuration());
  }
}
