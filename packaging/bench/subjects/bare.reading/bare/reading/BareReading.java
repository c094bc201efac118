package bare.reading;

import oshi.SystemInfo;

/// The least program that knows this machine's memory: OSHI's reading of RAM and GPUs, printed.
public final class BareReading {
  private BareReading() {}

  public static void main(String[] args) {
    var hardware = new SystemInfo().getHardware();
    var memory = hardware.getMemory();
    System.out.println(memory.getTotal() + " " + memory.getAvailable());
    for (var card : hardware.getGraphicsCards()) {
      try (var stats = card.createStatsSession()) {
        System.out.println(card.getName() + " " + card.getVRam() + " " + stats.getVramUsed());
      }
    }
  }
}
