package dev.switchyard.domain.team;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/// Certificates as PEM, and nothing else: a file of them may hold a private key as well, which
/// never comes along.
///
/// @param lines of all certificates, in their order
public record Certificates(List<String> lines) {
  /// The largest file of certificates that is taken along, in bytes.
  public static final int LARGEST = 64 * 1024;

  private static final Pattern BLOCK =
      Pattern.compile(
          "-----BEGIN CERTIFICATE-----\\R((?:[A-Za-z0-9+/=]{1,76}\\R){1,200})"
              + "-----END CERTIFICATE-----");
  private static final int WIDTH = 64;
  private static final int SEQUENCE = 0x30;

  public Certificates {
    lines = List.copyOf(lines);
  }

  /// Those of a text that may hold more.
  ///
  /// @throws PortException REFUSED where it holds none
  static Certificates in(String text) throws PortException {
    var lines = new ArrayList<String>();
    var block = BLOCK.matcher(text);
    while (text.length() <= LARGEST && block.find()) {
      add(lines, block.group(1).replaceAll("\\R", ""));
    }
    if (lines.isEmpty()) {
      throw refused();
    }
    return new Certificates(lines);
  }

  /// @throws PortException REFUSED where the lines are not as they are written here
  static Certificates of(List<String> lines) throws PortException {
    var found = in(String.join("\n", lines));
    if (!found.lines().equals(lines)) {
      throw refused();
    }
    return found;
  }

  /// As a file holds it.
  public String text() {
    return String.join("\n", lines) + "\n";
  }

  private static void add(List<String> lines, String encoded) throws PortException {
    try {
      var bytes = Base64.getDecoder().decode(encoded);
      if (bytes.length == 0 || bytes[0] != SEQUENCE) {
        throw refused();
      }
      lines.add("-----BEGIN CERTIFICATE-----");
      Base64.getMimeEncoder(WIDTH, new byte[] {'\n'})
          .encodeToString(bytes)
          .lines()
          .forEach(lines::add);
      lines.add("-----END CERTIFICATE-----");
    } catch (IllegalArgumentException e) {
      throw new PortException(PortException.Kind.REFUSED, Message.of("team.certificates"), e);
    }
  }

  private static PortException refused() {
    return new PortException(PortException.Kind.REFUSED, Message.of("team.certificates"));
  }
}
