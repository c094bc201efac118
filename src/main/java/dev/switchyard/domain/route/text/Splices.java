package dev.switchyard.domain.route.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Replacements of byte ranges of one document. Ranges may touch but not overlap; what is added at
/// the same place comes out in the order in which it was added.
final class Splices {
  private record Splice(int start, int end, byte[] replacement) {}

  private final List<Splice> splices = new ArrayList<>();

  void replace(int start, int end, String text) {
    splices.add(new Splice(start, end, text.getBytes(UTF_8)));
  }

  void insert(int at, String text) {
    replace(at, at, text);
  }

  void remove(int start, int end) {
    replace(start, end, "");
  }

  byte[] applyTo(byte[] bytes) {
    var out = new ByteArrayOutputStream(bytes.length + 4096);
    int copied = 0;
    splices.sort(Comparator.comparingInt(Splice::start).thenComparingInt(Splice::end));
    for (var splice : splices) {
      out.write(bytes, copied, splice.start() - copied);
      out.writeBytes(splice.replacement());
      copied = splice.end();
    }
    out.write(bytes, copied, bytes.length - copied);
    return out.toByteArray();
  }
}
