package dev.switchyard.adapter.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrayGlyphTest {
  private static final List<Integer> SIZES = List.of(16, 22, 24, 32, 48, 64);

  @ParameterizedTest
  @EnumSource
  void cornersAreClearAndTheSignIsWhite(TrayGlyph glyph) {
    for (int size : SIZES) {
      var pixels = glyph.pixels(size);
      assertThat(pixels).hasSize(size * size);
      assertThat(pixels[0] >>> 24).as("corner").isLessThan(40);
      assertThat(pixels[size / 2] >>> 24).as("edge").isEqualTo(255);
      assertThat(pixels).as("white in size %s", size).contains(0xffffffff);
    }
  }

  /// Told apart without colours: at least a sixth of the pixels of the smallest icon differ in
  /// whether they belong to the sign.
  @Test
  void shapesDiffer() {
    for (var one : TrayGlyph.values()) {
      for (var other : TrayGlyph.values()) {
        if (one != other) {
          assertThat(differences(one, other, 16))
              .as("%s %s", one, other)
              .isGreaterThan(16 * 16 / 6);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void bytesAreArgbMostSignificantFirst(TrayGlyph glyph) {
    int size = 22;
    var pixels = glyph.pixels(size);
    var bytes = glyph.bytes(size);
    int middle = size * size / 2 + size / 2;
    for (int i = 0; i < 4; i++) {
      assertThat(bytes[middle * 4 + i]).isEqualTo((byte) (pixels[middle] >>> 24 - 8 * i));
    }
  }

  /// Draws all of them on light and dark panels, to be looked at.
  @Test
  void sheet() throws IOException {
    int cell = 80;
    var sheet = new BufferedImage(cell * SIZES.size(), cell * 8, BufferedImage.TYPE_INT_RGB);
    var graphics = sheet.createGraphics();
    int top = 0;
    for (var glyph : TrayGlyph.values()) {
      for (var panel : List.of(new Color(0xf6f5f4), new Color(0x2b2b2b))) {
        graphics.setColor(panel);
        graphics.fillRect(0, top, sheet.getWidth(), cell);
        for (int column = 0; column < SIZES.size(); column++) {
          graphics.drawImage(image(glyph, SIZES.get(column)), column * cell + 8, top + 8, null);
        }
        top += cell;
      }
    }
    graphics.dispose();
    var file = Files.createDirectories(Path.of("target", "screenshots")).resolve("tray-icons.png");
    assertThat(ImageIO.write(sheet, "png", file.toFile())).isTrue();
  }

  private static BufferedImage image(TrayGlyph glyph, int size) {
    var icon = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    icon.setRGB(0, 0, size, size, glyph.pixels(size), 0, size);
    return icon;
  }

  private static int differences(TrayGlyph one, TrayGlyph other, int size) {
    var first = one.pixels(size);
    var second = other.pixels(size);
    int count = 0;
    for (int i = 0; i < first.length; i++) {
      if (isSign(first[i]) != isSign(second[i])) {
        count++;
      }
    }
    return count;
  }

  private static boolean isSign(int pixel) {
    return (pixel >> 16 & 0xff) > 190;
  }
}
