package dev.switchyard.adapter.sensor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What one process holds of a graphics card's own memory, by its open files (`/proc/PID/fdinfo`):
/// drivers describe there each file of theirs in lines such as `drm-pdev: 0000:03:00.0` and
/// `drm-memory-vram: 8192 KiB`.
final class DrmClients {
  /// amdgpu's first name for it, and the names that all drivers agreed on later, with a number for
  /// each region.
  private static final Pattern OWN_MEMORY =
      Pattern.compile("drm-(?:memory-vram|resident-vram\\d*|resident-local\\d*)");

  private static final Pattern AMOUNT = Pattern.compile("(\\d{1,15})(?: (KiB|MiB))?");

  private DrmClients() {}

  /// @param process its folder in `/proc`
  /// @param address of the card
  /// @return bytes; empty where this user may not see it
  static Optional<Long> held(Path process, String address) {
    try (Stream<Path> files = Files.list(process.resolve("fdinfo"))) {
      // A program opens a card several times, and a copied file is the same client.
      var clients = new HashMap<String, Long>();
      for (var file : files.toList()) {
        var fields = fields(Files.readString(file));
        if (address.equals(fields.get("drm-pdev"))) {
          clients.put(fields.getOrDefault("drm-client-id", ""), ownMemory(fields));
        }
      }
      return Optional.of(clients.values().stream().mapToLong(Long::longValue).sum());
    } catch (NoSuchFileException _) {
      // It ended in the meantime.
      return Optional.of(0L);
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /// A last line without its end may be cut.
  private static Map<String, String> fields(String text) {
    var fields = new HashMap<String, String>();
    text.substring(0, text.lastIndexOf('\n') + 1)
        .lines()
        .forEach(line -> {
          int colon = line.indexOf(':');
          if (colon > 0) {
            fields.put(line.substring(0, colon), line.substring(colon + 1).strip());
          }
        });
    return fields;
  }

  /// The older name and the newer ones say the same, so the larger sum counts.
  private static long ownMemory(Map<String, String> fields) {
    long old = bytes(fields.getOrDefault("drm-memory-vram", "")).orElse(0);
    long regions =
        fields.entrySet().stream()
            .filter(field -> OWN_MEMORY.matcher(field.getKey()).matches())
            .filter(field -> !field.getKey().equals("drm-memory-vram"))
            .mapToLong(field -> bytes(field.getValue()).orElse(0))
            .sum();
    return Math.max(old, regions);
  }

  /// Without a unit it is bytes.
  static OptionalLong bytes(String text) {
    var amount = AMOUNT.matcher(text);
    if (!amount.matches()) {
      return OptionalLong.empty();
    }
    long number = Long.parseLong(amount.group(1));
    return OptionalLong.of(
        switch (amount.group(2)) {
          case "KiB" -> number << 10;
          case "MiB" -> number << 20;
          case null -> number;
          default -> throw new IllegalStateException(amount.group(2));
        });
  }
}
