import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/// Draws every icon from the one SVG.
///
/// `java -cp JSVG packaging/Icons.java check|apply SVG` compares or writes the PNGs beside the SVG,
/// which the window takes its icon from; exit code 1: some picture is stale. `java -cp JSVG
/// packaging/Icons.java all SVG FOLDER` draws what an installer needs: the sizes of the hicolor
/// theme as `SIZE.png`, and `switchyard.ico` and `switchyard.icns`.
final class Icons {
  private static final List<Integer> WINDOW_SIZES = List.of(16, 24, 32, 48, 64, 128, 256, 512);
  private static final List<Integer> THEME_SIZES =
      List.of(16, 22, 24, 32, 36, 48, 64, 72, 96, 128, 192, 256, 512);
  private static final List<Integer> WINDOWS_SIZES = List.of(16, 20, 24, 32, 40, 48, 64, 256);

  /// Per channel, of 255: another processor's drawing loops may round otherwise.
  private static final int TOLERANCE = 2;

  private final Path source;
  private final SVGDocument drawing;

  private Icons(Path source) throws IOException {
    this.source = source;
    SVGDocument read = new SVGLoader().load(source.toUri().toURL());
    if (read == null) {
      throw new IOException("not a drawing: " + source);
    }
    this.drawing = read;
  }

  public static void main(String[] args) throws IOException {
    System.setProperty("java.awt.headless", "true");
    var icons = new Icons(Path.of(args[1]));
    switch (args[0]) {
      case "check" -> icons.check();
      case "apply" -> icons.apply();
      case "all" -> icons.drawAll(Files.createDirectories(Path.of(args[2])));
      default -> throw new IllegalArgumentException("check, apply or all, not " + args[0]);
    }
  }

  private void check() throws IOException {
    List<Integer> stale = stale();
    if (!stale.isEmpty()) {
      stale.forEach(
          size -> System.err.println("Not as " + source + " draws it: " + windowIcon(size)));
      System.err.println("Run `./mvnw process-sources -Pformat` to draw them.");
      System.exit(1);
    }
  }

  private void apply() throws IOException {
    for (int size : stale()) {
      System.out.println("Drew " + Files.write(windowIcon(size), png(size)));
    }
  }

  /// The sizes whose picture is not as the drawing.
  private List<Integer> stale() throws IOException {
    var stale = new ArrayList<Integer>();
    for (int size : WINDOW_SIZES) {
      Path file = windowIcon(size);
      if (!Files.isRegularFile(file) || !same(ImageIO.read(file.toFile()), draw(size))) {
        stale.add(size);
      }
    }
    return stale;
  }

  private void drawAll(Path folder) throws IOException {
    for (int size : THEME_SIZES) {
      Files.write(folder.resolve(size + ".png"), png(size));
    }
    Files.write(folder.resolve("switchyard.ico"), ico());
    Files.write(folder.resolve("switchyard.icns"), icns());
  }

  private Path windowIcon(int size) {
    return source.resolveSibling("switchyard-" + size + ".png");
  }

  private BufferedImage draw(int size) {
    var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      drawing.render(null, graphics, new ViewBox(size, size));
    } finally {
      graphics.dispose();
    }
    return image;
  }

  private byte[] png(int size) throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(draw(size), "png", bytes);
    return bytes.toByteArray();
  }

  private static boolean same(BufferedImage one, BufferedImage other) {
    if (one.getWidth() != other.getWidth() || one.getHeight() != other.getHeight()) {
      return false;
    }
    for (int y = 0; y < one.getHeight(); y++) {
      for (int x = 0; x < one.getWidth(); x++) {
        if (!close(one.getRGB(x, y), other.getRGB(x, y))) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean close(int one, int other) {
    // The colour of what is fully transparent is not seen.
    if (one >>> 24 == 0 && other >>> 24 == 0) {
      return true;
    }
    for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
      if (Math.abs((one >>> shift & 0xff) - (other >>> shift & 0xff)) > TOLERANCE) {
        return false;
      }
    }
    return true;
  }

  /// Windows' format: a directory of pictures, the large one as a PNG, the others as bitmaps, which
  /// every part of Windows reads.
  private byte[] ico() throws IOException {
    var pictures = new LinkedHashMap<Integer, byte[]>();
    for (int size : WINDOWS_SIZES) {
      pictures.put(size, size < 256 ? bitmap(draw(size)) : png(size));
    }
    int offset = 6 + 16 * pictures.size();
    var file =
        ByteBuffer.allocate(offset + length(pictures.values())).order(ByteOrder.LITTLE_ENDIAN);
    file.putShort((short) 0).putShort((short) 1).putShort((short) pictures.size());
    for (Map.Entry<Integer, byte[]> picture : pictures.entrySet()) {
      byte edge = (byte) (picture.getKey() % 256);
      file.put(edge).put(edge).putShort((short) 0).putShort((short) 1).putShort((short) 32);
      file.putInt(picture.getValue().length).putInt(offset);
      offset += picture.getValue().length;
    }
    pictures.values().forEach(file::put);
    return file.array();
  }

  /// A bitmap as icons hold it: rows from below, and after the colours a mask of one bit for each
  /// pixel, which is empty since the colours have an alpha.
  private static byte[] bitmap(BufferedImage image) {
    int size = image.getWidth();
    int mask = (size + 31) / 32 * 4 * size;
    int colours = size * size * 4;
    var bitmap = ByteBuffer.allocate(40 + colours + mask).order(ByteOrder.LITTLE_ENDIAN);
    bitmap.putInt(40).putInt(size).putInt(2 * size).putShort((short) 1).putShort((short) 32);
    bitmap.putInt(0).putInt(colours + mask).putInt(0).putInt(0).putInt(0).putInt(0);
    for (int y = size - 1; y >= 0; y--) {
      for (int x = 0; x < size; x++) {
        bitmap.putInt(image.getRGB(x, y));
      }
    }
    return bitmap.array();
  }

  /// macOS' format: PNGs, each behind the name of its size; twice the pixels for the same size are
  /// for dense screens.
  private byte[] icns() throws IOException {
    var pictures = new LinkedHashMap<String, byte[]>();
    pictures.put("icp4", png(16));
    pictures.put("ic11", png(32));
    pictures.put("icp5", png(32));
    pictures.put("ic12", png(64));
    pictures.put("ic07", png(128));
    pictures.put("ic13", png(256));
    pictures.put("ic08", png(256));
    pictures.put("ic14", png(512));
    pictures.put("ic09", png(512));
    pictures.put("ic10", png(1024));
    int length = 8 + 8 * pictures.size() + length(pictures.values());
    var file = ByteBuffer.allocate(length);
    file.put(ascii("icns")).putInt(length);
    pictures.forEach((name, png) -> file.put(ascii(name)).putInt(8 + png.length).put(png));
    return file.array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static int length(Iterable<byte[]> parts) {
    int sum = 0;
    for (byte[] part : parts) {
      sum += part.length;
    }
    return sum;
  }
}
