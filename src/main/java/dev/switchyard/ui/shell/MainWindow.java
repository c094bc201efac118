package dev.switchyard.ui.shell;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.preference.Preferences;
import dev.switchyard.domain.preference.ScreenArea;
import dev.switchyard.domain.preference.WindowPlacement;
import dev.switchyard.domain.preference.WindowPlacementStore;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// The window itself: its place, its scale, its colours, and whether anybody sees it.
public final class MainWindow {
  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;
  private static final double LEAST_WIDTH = 720;
  private static final double LEAST_HEIGHT = 480;

  /// In pixels; the window's system takes the one that fits its task bar and title.
  private static final List<Integer> ICON_SIZES = List.of(16, 32, 48, 128);

  private final Stage stage;
  private final ShellView view;
  private final ScaledPane scaled;
  private final PopupScale popups;
  private final Appearance appearance;
  private final WindowPlacementStore placements;
  // A field: the window's properties hold a binding only weakly.
  private final BooleanBinding seen;
  private final FirstPicture firstPicture;
  private final AskedPlace askedPlace;
  private Rectangle2D normal = new Rectangle2D(0, 0, WIDTH, HEIGHT);
  private Consumer<Boolean> onShown = _ -> {};
  private Runnable onDrawn = () -> {};

  public MainWindow(
      Stage stage, ShellView view, WindowPlacementStore placements, Preferences.Theme theme) {
    this.stage = stage;
    this.view = view;
    this.placements = placements;
    this.scaled = new ScaledPane(view);
    this.popups = new PopupScale(stage);
    var scene = new Scene(scaled, WIDTH, HEIGHT);
    this.appearance = new Appearance(scene, theme);
    stage.setScene(scene);
    stage.setTitle("Switchyard");
    stage.setMinWidth(LEAST_WIDTH);
    stage.setMinHeight(LEAST_HEIGHT);
    place(
        placements
            .load()
            .filter(MainWindow::isLargeEnough)
            .flatMap(saved -> saved.on(screens()))
            .orElseGet(MainWindow::firstPlace));
    askedPlace = new AskedPlace(stage);
    List.of(stage.xProperty(), stage.yProperty(), stage.widthProperty(), stage.heightProperty())
        .forEach(property -> property.subscribe(_ -> remember()));

    seen =
        Bindings.createBooleanBinding(
            () -> stage.isShowing() && !stage.isIconified(),
            stage.showingProperty(),
            stage.iconifiedProperty());
    firstPicture = new FirstPicture(stage.focusedProperty(), view, this::drawn);
    seen.subscribe(this::tell);
  }

  private static Image icon(int size) {
    var resource =
        MainWindow.class.getResource("/dev/switchyard/ui/icons/switchyard-%d.png".formatted(size));
    return new Image(Objects.requireNonNull(resource).toExternalForm());
  }

  /// @param listener told whether the window can be seen
  public void setOnShown(Consumer<Boolean> listener) {
    onShown = listener;
  }

  /// @param listener called once, when the window's first picture is on the screen
  public void setOnDrawn(Runnable listener) {
    onDrawn = listener;
  }

  public void setTheme(Preferences.Theme theme) {
    appearance.setTheme(theme);
  }

  public void setScalePercent(int percent) {
    scaled.setScale(percent / 100.0);
    popups.set(percent / 100.0);
  }

  public void show() {
    stage.show();
  }

  /// @param handler decides what happens where the person closes the window; it stays open until
  ///   then
  public void setOnCloseRequest(Runnable handler) {
    stage.setOnCloseRequest(request -> {
      request.consume();
      handler.run();
    });
  }

  /// Takes the window off the screen, also off the task bar.
  public void hide() {
    stage.hide();
  }

  public void minimise() {
    stage.setIconified(true);
  }

  /// Shows the window on the task bar only.
  public void showMinimised() {
    stage.setIconified(true);
    stage.show();
  }

  /// Shows the window above all others, also out of the dock.
  public void bringToFront() {
    stage.setIconified(false);
    stage.show();
    stage.toFront();
    stage.requestFocus();
  }

  /// Remembers the window's place.
  public void close() {
    popups.close();
    if (Double.isNaN(stage.getX())) {
      // It was never shown.
      return;
    }
    remember();
    try {
      placements.save(
          new WindowPlacement(
              normal.getMinX(),
              normal.getMinY(),
              normal.getWidth(),
              normal.getHeight(),
              stage.isMaximized()));
    } catch (PortException _) {
      // The window is going: nobody is left to be told, and nothing of value is lost.
    }
  }

  /// What is to happen when a person sees the window waits for its first picture, which would come
  /// later otherwise.
  private void tell(boolean isSeen) {
    if (firstPicture.isDrawn()) {
      if (isSeen) {
        askedPlace.seen();
      }
      view.setWindowShown(isSeen);
      onShown.accept(isSeen);
    } else if (isSeen) {
      firstPicture.start();
    }
  }

  private void drawn() {
    // Read and scaled to what the system wants: that takes longer than to draw a card.
    stage.getIcons().setAll(ICON_SIZES.stream().map(MainWindow::icon).toList());
    tell(seen.get());
    onDrawn.run();
  }

  private void place(WindowPlacement placement) {
    stage.setX(placement.x());
    stage.setY(placement.y());
    stage.setWidth(placement.width());
    stage.setHeight(placement.height());
    stage.setMaximized(placement.maximized());
  }

  private static boolean isLargeEnough(WindowPlacement placement) {
    return placement.width() >= LEAST_WIDTH && placement.height() >= LEAST_HEIGHT;
  }

  private static List<ScreenArea> screens() {
    return Screen.getScreens().stream().map(MainWindow::area).toList();
  }

  /// Left to JavaFX, a screen no larger than the window has its title bar over the upper edge.
  private static WindowPlacement firstPlace() {
    return WindowPlacement.first(area(Screen.getPrimary()), WIDTH, HEIGHT);
  }

  private static ScreenArea area(Screen screen) {
    var bounds = screen.getVisualBounds();
    return new ScreenArea(
        bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
  }

  /// What the window goes back to when it no longer fills its screen.
  private void remember() {
    boolean isItsOwn = !stage.isMaximized() && !stage.isIconified() && !stage.isFullScreen();
    if (isItsOwn && !Double.isNaN(stage.getX()) && !Double.isNaN(stage.getWidth())) {
      normal = new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
    }
  }
}
