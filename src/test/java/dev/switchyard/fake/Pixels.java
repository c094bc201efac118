package dev.switchyard.fake;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/// Compares pictures.
public final class Pixels {
  /// Of 255, for each of red, green and blue: less is the edge of a letter.
  private static final int SAME = 48;

  private Pixels() {}

  /// How many pixels are clearly not the same; all of them where the sizes differ or one picture is
  /// missing.
  public static int different(Path one, Path other) throws IOException {
    var first = ImageIO.read(one.toFile());
    int all = first.getWidth() * first.getHeight();
    if (Files.notExists(other)) {
      return all;
    }
    var second = ImageIO.read(other.toFile());
    if (first.getWidth() != second.getWidth() || first.getHeight() != second.getHeight()) {
      return all;
    }
    return different(first, second);
  }

  private static int different(BufferedImage one, BufferedImage other) {
    int count = 0;
    for (int y = 0; y < one.getHeight(); y++) {
      for (int x = 0; x < one.getWidth(); x++) {
        if (!isSame(new Color(one.getRGB(x, y)), new Color(other.getRGB(x, y)))) {
          count++;
        }
      }
    }
    return count;
  }

  private static boolean isSame(Color one, Color other) {
    return Math.abs(one.getRed() - other.getRed()) <= SAME
        && Math.abs(one.getGreen() - other.getGreen()) <= SAME
        && Math.abs(one.getBlue() - other.getBlue()) <= SAME;
  }
}
