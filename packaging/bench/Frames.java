import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/// The picture that is on the screen now: Xvfb keeps it in a file (its option `-fbdir`), in the
/// form of an X window dump. To look at it costs the X server and the program that draws nothing.
final class Frames {
  private static final int COLOUR_BYTES = 12;

  private final IntBuffer pixels;
  private final int width;
  private final int height;
  private final int rowPixels;

  /// @param file of an X server of 24 bits a pixel
  Frames(Path file) throws IOException {
    try (var channel = FileChannel.open(file)) {
      var whole = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      // The header's numbers are big-endian, in the order of XWDFile.h.
      int start = whole.getInt(0) + COLOUR_BYTES * whole.getInt(4 * 19);
      width = whole.getInt(4 * 4);
      height = whole.getInt(4 * 5);
      rowPixels = whole.getInt(4 * 12) / Integer.BYTES;
      pixels =
          whole.slice(start, whole.limit() - start).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
    }
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /// Reads one row; each pixel is 0xRRGGBB.
  void row(int y, int[] into) {
    pixels.get(y * rowPixels, into, 0, width);
    for (int x = 0; x < width; x++) {
      into[x] &= 0xffffff;
    }
  }
}
