package dev.switchyard.adapter.tray;

import dev.switchyard.domain.tray.TrayIcon;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// The icon's picture for each state, drawn here so that it is sharp in every size that a panel may
/// have: a white sign on a coloured tile, so that it stands out from light and dark panels alike,
/// and four signs that differ in shape.
///
/// Drawn without Java's own graphics: loading them would cost a tray that shows nothing else more
/// than the whole icon is worth.
enum TrayGlyph {
  /// The track of Switchyard's own sign: switched to the side, with the straight way left faint.
  LOCAL(0x0969da, 0x0969da) {
    @Override
    void draw(Canvas canvas) {
      canvas.line(7.5, 19, 7.5, 5, 2.6, FAINT);
      canvas.curve(SWITCHED, 6, 0x0969da);
      canvas.curve(SWITCHED, 3.2, WHITE);
      canvas.disc(16.3, 6.3, 3.4, WHITE);
    }
  },
  CLOUD(0x6e40c9, 0x6e40c9) {
    @Override
    void draw(Canvas canvas) {
      canvas.cloud(12, 12.4, 1.25, WHITE);
    }
  },
  /// A fork: one way to a cloud, one to a dot.
  MIXED(0x6e40c9, 0x0969da) {
    @Override
    void draw(Canvas canvas) {
      canvas.curve(new double[] {12, 20, 12, 15.5, 7, 16, 7, 11}, 2.6, WHITE);
      canvas.curve(new double[] {12, 20, 12, 15.5, 17.4, 16, 17.4, 9}, 2.6, WHITE);
      canvas.cloud(7.2, 8, 0.72, WHITE);
      canvas.disc(17.4, 7.6, 3.2, WHITE);
    }
  },
  /// A track that ends at a cross.
  UNREACHABLE(0xbc4c00, 0xbc4c00) {
    @Override
    void draw(Canvas canvas) {
      canvas.line(12, 20, 12, 17.6, 3, WHITE);
      canvas.line(7.8, 5, 16.2, 13.4, 3, WHITE);
      canvas.line(16.2, 5, 7.8, 13.4, 3, WHITE);
    }
  };

  private static final int WHITE = 0xffffff;
  private static final int FAINT = 0x80b6f4;
  private static final double[] SWITCHED = {7.5, 19, 7.5, 11, 16.3, 15, 16.3, 7};

  /// All figures are on a square of this width; y grows downwards.
  private static final double GRID = 24;

  private static final double CORNER = 5.5;

  private final int left;
  private final int right;

  /// @param left colour of the tile's left half, as RGB
  /// @param right colour of its right half
  TrayGlyph(int left, int right) {
    this.left = left;
    this.right = right;
  }

  static TrayGlyph of(TrayIcon icon) {
    return switch (icon) {
      case LOCAL -> LOCAL;
      case CLOUD -> CLOUD;
      case MIXED -> MIXED;
      case UNREACHABLE -> UNREACHABLE;
    };
  }

  abstract void draw(Canvas canvas);

  /// @param size width and height in pixels
  /// @return ARGB, row by row, not multiplied by alpha
  int[] pixels(int size) {
    var canvas = new Canvas(size);
    canvas.tile(left, right);
    draw(canvas);
    return canvas.pixels;
  }

  /// The same, four bytes for each pixel, the most significant first.
  byte[] bytes(int size) {
    var bytes = ByteBuffer.allocate(size * size * Integer.BYTES);
    bytes.asIntBuffer().put(pixels(size));
    return bytes.array();
  }

  /// How far a place on the grid is from the edge of a shape; negative inside.
  private interface Shape {
    double distance(double x, double y);
  }

  /// Paints shapes over each other, with soft edges one pixel wide.
  static final class Canvas {
    private final int size;
    private final int[] pixels;

    Canvas(int size) {
      this.size = size;
      this.pixels = new int[size * size];
    }

    void tile(int leftColour, int rightColour) {
      Shape tile =
          (x, y) -> {
            double dx = Math.max(Math.abs(x - GRID / 2) - GRID / 2 + CORNER, 0);
            double dy = Math.max(Math.abs(y - GRID / 2) - GRID / 2 + CORNER, 0);
            return Math.hypot(dx, dy) - CORNER;
          };
      for (int i = 0; i < pixels.length; i++) {
        int colour = i % size < size / 2 ? leftColour : rightColour;
        pixels[i] = (int) Math.round(cover(tile, i) * 255) << 24 | colour;
      }
    }

    void disc(double centerX, double centerY, double radius, int colour) {
      paint((x, y) -> Math.hypot(x - centerX, y - centerY) - radius, colour);
    }

    void line(double x1, double y1, double x2, double y2, double width, int colour) {
      paint(stroke(x1, y1, x2, y2, width), colour);
    }

    /// @param points of a cubic curve: where it begins, what it bends to twice, where it ends
    void curve(double[] points, double width, int colour) {
      int steps = 16;
      var parts = new ArrayList<Shape>();
      for (int i = 0; i < steps; i++) {
        double from = (double) i / steps;
        double to = (double) (i + 1) / steps;
        parts.add(
            stroke(
                at(points, 0, from),
                at(points, 1, from),
                at(points, 0, to),
                at(points, 1, to),
                width));
      }
      paint(union(parts), colour);
    }

    /// @param scale 1 for one that is 14 wide
    void cloud(double centerX, double centerY, double scale, int colour) {
      paint(
          (x, y) -> {
            double dx = (x - centerX) / scale;
            double dy = (y - centerY) / scale;
            double nearest =
                Math.min(
                    Math.min(Math.hypot(dx + 4, dy - 1.2) - 2.9, Math.hypot(dx, dy + 0.9) - 4.2),
                    Math.min(
                        Math.hypot(dx - 4.3, dy - 1.4) - 2.7,
                        stroke(-4, 2.1, 4.3, 2.1, 4).distance(dx, dy)));
            return nearest * scale;
          },
          colour);
    }

    private static double at(double[] points, int axis, double t) {
      double s = 1 - t;
      return s * s * s * points[axis]
          + 3 * s * s * t * points[axis + 2]
          + 3 * s * t * t * points[axis + 4]
          + t * t * t * points[axis + 6];
    }

    private static Shape union(List<Shape> shapes) {
      return (x, y) ->
          shapes.stream().mapToDouble(shape -> shape.distance(x, y)).min().orElseThrow();
    }

    private static Shape stroke(double x1, double y1, double x2, double y2, double width) {
      double dx = x2 - x1;
      double dy = y2 - y1;
      double squared = dx * dx + dy * dy;
      return (x, y) -> {
        double along = Math.clamp(((x - x1) * dx + (y - y1) * dy) / squared, 0, 1);
        return Math.hypot(x - x1 - along * dx, y - y1 - along * dy) - width / 2;
      };
    }

    private void paint(Shape shape, int colour) {
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] = blend(pixels[i], colour, cover(shape, i));
      }
    }

    /// How much of a pixel a shape covers, 0 to 1.
    private double cover(Shape shape, int pixel) {
      double step = GRID / size;
      int column = pixel % size;
      int row = pixel / size;
      double distance = shape.distance((column + 0.5) * step, (row + 0.5) * step);
      return Math.clamp(0.5 - distance / step, 0, 1);
    }

    /// Shapes lie within the tile, so its alpha stays.
    private static int blend(int below, int colour, double cover) {
      int mixed = below & 0xff000000;
      for (int shift = 0; shift <= 16; shift += 8) {
        double from = below >> shift & 0xff;
        double to = colour >> shift & 0xff;
        mixed |= (int) Math.round(from + (to - from) * cover) << shift;
      }
      return mixed;
    }
  }
}
