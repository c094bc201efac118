package dev.switchyard.ui.shell;

import dev.switchyard.ui.text.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The window's content: navigation, top bar, the screen at the front, notices above all.
public final class ShellView extends StackPane {
  /// Below this many pixels the navigation shows its icons only.
  private static final double ROOM_FOR_NAMES = 1000;

  /// Below this many pixels the top bar, too, shows only what is needed.
  private static final double ROOM_FOR_LABELS = 680;

  /// With less than this all of it scrolls.
  private static final double LEAST_WIDTH = 480;

  private static final double LEAST_HEIGHT = 330;

  private static final List<KeyCombination> REFRESH =
      List.of(
          new KeyCodeCombination(KeyCode.F5),
          new KeyCodeCombination(KeyCode.R, KeyCombination.SHORTCUT_DOWN));

  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
  private static final PseudoClass SLIM = PseudoClass.getPseudoClass("slim");

  private final ShellViewModel model;
  private final List<Screen> screens;
  private final Texts texts;
  private final Label title = new Label();
  private final StackPane stage = new StackPane();
  private final Map<Screen, Node> views = new HashMap<>();
  private final NavigationView navigation;
  private final Supplier<List<Node>> tools;
  private final HBox topBar = new HBox(title);
  private final EventHandler<KeyEvent> keys = this::navigate;
  private boolean windowShown;
  private boolean complete;

  /// @param tools what stands at the right end of the top bar, asked for once
  public ShellView(
      ShellViewModel model,
      List<Screen> screens,
      NoticesViewModel notices,
      Texts texts,
      Supplier<List<Node>> tools) {
    this.model = model;
    this.screens = screens;
    this.texts = texts;
    this.tools = tools;
    title.getStyleClass().add("title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    topBar.getStyleClass().add("sy-topbar");
    var top = new VBox(topBar);
    if (model.isDemo()) {
      top.getChildren().add(demoBanner());
    }
    var right = new BorderPane(stage);
    right.setTop(top);
    var window = new BorderPane(right);
    navigation = new NavigationView(model, screens, texts);
    window.setLeft(navigation);
    setMinSize(LEAST_WIDTH, LEAST_HEIGHT);
    setAlignment(window, Pos.TOP_LEFT);
    getStyleClass().add("sy-shell");
    widthProperty().subscribe(this::fit);
    getChildren().setAll(window, new NoticesView(notices, texts));
    model
        .selectedProperty()
        .addListener((_, before, now) -> changed(before.intValue(), now.intValue()));
    sceneProperty().subscribe(this::listen);
    bring(model.selectedProperty().get());
  }

  /// As long as nothing has the keyboard its keys reach the scene alone.
  private void listen(@Nullable Scene before, @Nullable Scene now) {
    if (before != null) {
      before.removeEventFilter(KeyEvent.KEY_PRESSED, keys);
    }
    if (now != null) {
      now.addEventFilter(KeyEvent.KEY_PRESSED, keys);
    }
  }

  private void fit(Number width) {
    boolean known = width.doubleValue() > 0;
    pseudoClassStateChanged(NARROW, known && width.doubleValue() < ROOM_FOR_NAMES);
    pseudoClassStateChanged(SLIM, known && width.doubleValue() < ROOM_FOR_LABELS);
  }

  /// The window came to the person's eyes or went away: only what is seen may poll.
  public void setWindowShown(boolean shown) {
    if (shown && !complete) {
      complete = true;
      complete();
    }
    if (shown != windowShown) {
      windowShown = shown;
      var front = screens.get(model.selectedProperty().get());
      if (shown) {
        front.shown();
      } else {
        front.hidden();
      }
    }
  }

  /// The first picture does without what leads elsewhere. Its places are kept free: nothing moves.
  private void complete() {
    navigation.fill();
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    topBar.getChildren().add(gap);
    topBar.getChildren().addAll(tools.get());
    if (getScene() != null && getScene().getFocusOwner() == null) {
      navigation.focus();
    }
  }

  private Node demoBanner() {
    var text = new Label(texts.text("shell.demo"), new FontIcon(Feather.ALERT_TRIANGLE));
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    var banner = new HBox(text);
    banner.setAlignment(Pos.CENTER_LEFT);
    banner.getStyleClass().add("sy-demo-banner");
    return banner;
  }

  private void changed(int before, int now) {
    if (windowShown) {
      screens.get(before).hidden();
    }
    bring(now);
    if (windowShown) {
      screens.get(now).shown();
    }
  }

  private void bring(int index) {
    var screen = screens.get(index);
    title.setText(texts.text(screen.titleKey()));
    stage.getChildren().setAll(views.computeIfAbsent(screen, Screen::createView));
  }

  /// Ctrl (on macOS Command) and a digit show the screen of that number, 0 the tenth; F5 and Ctrl+R
  /// look anew.
  private void navigate(KeyEvent event) {
    // The keys of the number pad have longer names, and other uses.
    var name = event.getCode().getName();
    if (event.isShortcutDown()
        && !event.isAltDown()
        && event.getCode().isDigitKey()
        && name.length() == 1) {
      model.show((Integer.parseInt(name) + 9) % 10);
      event.consume();
    } else if (REFRESH.stream().anyMatch(keys -> keys.match(event))) {
      screens.get(model.selectedProperty().get()).refresh();
      event.consume();
    }
  }
}
