/// What has to be on the screen for a program to count as started.
interface Content {
  boolean isOn(Frames frames);

  /// The bare window's label: some pixels of red text.
  static Content redText() {
    return frames -> {
      var row = new int[frames.width()];
      int red = 0;
      for (int y = 0; y < frames.height(); y++) {
        frames.row(y, row);
        for (int pixel : row) {
          if (red(pixel) > 150 && green(pixel) < 110 && blue(pixel) < 110) {
            red++;
          }
        }
      }
      return red >= 10;
    };
  }

  private static int red(int pixel) {
    return pixel >> 16;
  }

  private static int green(int pixel) {
    return pixel >> 8 & 0xff;
  }

  private static int blue(int pixel) {
    return pixel & 0xff;
  }

  /// A gauge's bar whose used part is as long as the memory that is in use now: a window without
  /// readings has no bar, and one with other than real readings has another length.
  ///
  /// @param used the colour of the used part
  /// @param track the colour of the rest
  /// @param memory the machine's
  static Content gauge(int used, int track, MachineMemory memory) {
    return frames -> {
      var row = new int[frames.width()];
      // A bar is 13 pixels high, and at its first and last rows shorter.
      for (int y = 0; y < frames.height(); y += 4) {
        frames.row(y, row);
        if (memory.isShownBy(barRatio(row, used, track))) {
          return true;
        }
      }
      return false;
    };
  }

  /// How much of the longest bar in a row is used, 0 to 1; NaN where there is none.
  private static double barRatio(int[] row, int used, int track) {
    double ratio = Double.NaN;
    int longest = 100;
    int x = 0;
    while (x < row.length) {
      int from = x;
      x = endOfRun(row, x, used);
      int middle = x;
      // The pixel between them is of both colours.
      x = middle > from ? endOfRun(row, Math.min(middle + 1, row.length), track) : x + 1;
      if (middle > from && x - middle > 1 && x - from > longest) {
        longest = x - from;
        ratio = (double) (middle - from) / longest;
      }
    }
    return ratio;
  }

  private static int endOfRun(int[] row, int from, int colour) {
    int x = from;
    while (x < row.length && row[x] == colour) {
      x++;
    }
    return x;
  }
}
