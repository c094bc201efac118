package dev.switchyard.fake;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.switchyard.fake.look.Judgement;
import dev.switchyard.ui.shell.Appearance;
import dev.switchyard.ui.shell.ScaledPane;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.layout.StackPane;
import javax.imageio.ImageIO;

/// Draws a view to `target/screenshots/` with the real style sheets, without showing it. Look at
/// the files: only what can be measured is judged here, by [Judgement].
public final class Snapshots {
  private static final Path FOLDER = Path.of("target/screenshots");

  private static final int FRAMES = 4;

  private Snapshots() {}

  /// How a picture is taken.
  ///
  /// @param width in pixels of the picture
  /// @param height in pixels of the picture
  /// @param scale 1 for 100 %; the view then has `width / scale` to itself
  public record Look(boolean dark, int width, int height, double scale) {
    public static Look light(int width, int height) {
      return new Look(false, width, height, 1);
    }

    public static Look dark(int width, int height) {
      return new Look(true, width, height, 1);
    }
  }

  /// Builds the view on the JavaFX thread and writes `NAME-light.png` and `NAME-dark.png`.
  public static void both(String name, int width, int height, Supplier<? extends Parent> view) {
    write(name + "-light", Look.light(width, height), view);
    write(name + "-dark", Look.dark(width, height), view);
  }

  /// Builds the view on the JavaFX thread and writes `NAME.png`.
  public static Path write(String name, Look look, Supplier<? extends Parent> view) {
    return Fx.get(() -> draw(name, look, view));
  }

  private static Path draw(String name, Look look, Supplier<? extends Parent> view)
      throws IOException {
    Application.setUserAgentStylesheet(
        look.dark()
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
    var scaled = new ScaledPane(view.get());
    scaled.setScale(look.scale());
    var scene = new Scene(scaled, look.width(), look.height());
    scene.getStylesheets().addAll(Appearance.stylesheets(look.dark()));
    return save(name, scene);
  }

  /// Writes what a window shows now to `NAME.png`, at a size that its screen may not have.
  public static Path write(String name, Scene scene, double width, double height) {
    return Fx.get(() -> {
      var root = scene.getRoot();
      scene.setRoot(new StackPane());
      var other = new Scene(root, width, height);
      other.getStylesheets().setAll(scene.getStylesheets());
      try {
        return save(name, other);
      } finally {
        other.setRoot(new StackPane());
        scene.setRoot(root);
      }
    });
  }

  /// What is shown depends on the width: a window that is shown needs some frames for that too.
  private static void settle(Parent root) {
    for (int frame = 0; frame < FRAMES; frame++) {
      root.applyCss();
      root.layout();
    }
  }

  private static Path save(String name, Scene scene) throws IOException {
    settle(scene.getRoot());
    var image = scene.snapshot(null);
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    var pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    picture.setRGB(0, 0, width, height, pixels, 0, width);
    Files.createDirectories(FOLDER);
    var file = FOLDER.resolve(name + ".png");
    ImageIO.write(picture, "png", file.toFile());
    var faults = Judgement.of(scene.getRoot());
    if (!faults.isEmpty()) {
      throw new AssertionError(file + " shows faults:\n" + String.join("\n", faults));
    }
    return file;
  }
}
