package dev.switchyard.adapter.sensor;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.memory.Gpu;
import dev.switchyard.domain.memory.MemoryPool;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import oshi.hardware.GpuStats;
import oshi.hardware.GraphicsCard;

/// One graphics card as OSHI knows it, and the open session that its figures are read from.
///
/// OSHI says -1 where the driver does not tell; here that becomes an unknown with its reason.
///
/// @param id its place in the system's list, and the system's name for it
/// @param totalBytes its own memory in bytes, 0 where it has none or the driver does not tell
/// @param integrated whether it is a part of the processor
record OshiCard(String id, String name, long totalBytes, boolean integrated, GpuStats stats)
    implements AutoCloseable {
  /// Intel's cards are called by a letter and a number; "Arc Graphics" alone, or with a V behind
  /// the number, is part of a processor.
  private static final Pattern INTEL_CARD = Pattern.compile("arc(\\(tm\\))? (pro )?[ab]\\d{2,3}.*");

  /// AMD's inside processors have no number, or one with an M or an S behind it.
  private static final Pattern AMD_INTEGRATED =
      Pattern.compile("(amd )?radeon(\\(tm\\))?( rx)?( vega( \\d+)?| \\d+[ms])?( graphics)?");

  static OshiCard open(int place, GraphicsCard card) {
    return new OshiCard(
        place + " " + card.getDeviceId(),
        card.getName(),
        Math.max(0, card.getVRam()),
        isIntegrated(card.getVendor(), card.getName()),
        card.createStatsSession());
  }

  /// By its name, since neither Windows nor macOS says so.
  static boolean isIntegrated(String vendor, String name) {
    var maker = vendor.toLowerCase(Locale.ROOT);
    var product = name.toLowerCase(Locale.ROOT).replace("intel(r) ", "").replace("intel ", "");
    if (maker.contains("intel")) {
      return !INTEL_CARD.matcher(product).matches();
    }
    boolean isAmd = maker.contains("amd") || maker.contains("advanced micro devices");
    return isAmd && AMD_INTEGRATED.matcher(product.strip()).matches();
  }

  boolean sharesMemory() {
    return totalBytes == 0 && integrated;
  }

  MemoryPool pool() {
    Known<Long> total = totalBytes > 0 ? Known.of(totalBytes) : Known.unknown(silent());
    return new MemoryPool(MemoryPool.Kind.VRAM, name, total, used(), Optional.of(gpu()));
  }

  Gpu gpu() {
    return new Gpu(
        id,
        integrated,
        percent(stats.getGpuUtilization()),
        known(stats.getTemperature()),
        Known.unknown(Message.of("memory.gpu.processes-untold")),
        Optional.empty(),
        Optional.empty());
  }

  private Known<Long> used() {
    long bytes = stats.getVramUsed();
    return bytes < 0 || totalBytes == 0
        ? Known.unknown(silent())
        : Known.of(Math.min(bytes, totalBytes));
  }

  private Known<Double> percent(double figure) {
    return known(Math.min(figure, 100));
  }

  private Known<Double> known(double figure) {
    return figure < 0 || Double.isNaN(figure) ? Known.unknown(silent()) : Known.of(figure);
  }

  private Message silent() {
    return Message.of("memory.gpu.silent", name);
  }

  @Override
  public void close() {
    stats.close();
  }
}
