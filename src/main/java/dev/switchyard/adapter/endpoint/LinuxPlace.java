package dev.switchyard.adapter.endpoint;

import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.Surroundings;
import dev.switchyard.domain.whereabouts.PlaceFacts;
import dev.switchyard.domain.whereabouts.PlaceReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Looks at the files by which WSL and containers are told. Other systems have none of them.
public final class LinuxPlace implements PlaceReader {
  private static final int MOST_BYTES = 64 << 10;

  private final Surroundings surroundings;
  private final Path root;

  /// @param root where the system's folders begin
  public LinuxPlace(Surroundings surroundings, Path root) {
    this.surroundings = surroundings;
    this.root = root;
  }

  @Override
  public PlaceFacts read() {
    boolean linux = surroundings.system() == OperatingSystem.LINUX;
    return new PlaceFacts(
        surroundings.environment(),
        linux ? text("proc/version") : "",
        linux ? text("proc/net/route") : "",
        linux ? text("etc/resolv.conf") : "",
        linux && (isThere(".dockerenv") || isThere("run/.containerenv")),
        linux && isThere("sys/class/net/loopback0"));
  }

  private boolean isThere(String file) {
    return Files.exists(root.resolve(file));
  }

  private String text(String file) {
    try (var stream = Files.newInputStream(root.resolve(file))) {
      return new String(stream.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
    } catch (IOException _) {
      return "";
    }
  }
}
