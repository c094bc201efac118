package dev.switchyard.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.preference.Preferences;
import dev.switchyard.domain.preference.WindowPlacement;
import dev.switchyard.domain.preference.WindowPlacementStore;
import dev.switchyard.fake.Fx;
import dev.switchyard.ui.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

class MainWindowTest {
  private Optional<WindowPlacement> saved = Optional.empty();
  private int shown;

  @Test
  void theWindowComesBackWhereItWas() {
    var first = new Stage[1];
    Fx.run(() -> {
      var window = open(first);
      first[0].setX(40);
      first[0].setY(60);
      first[0].setWidth(800);
      first[0].setHeight(500);
      window.close();
      first[0].close();
    });
    assertThat(saved).contains(new WindowPlacement(40, 60, 800, 500, false));

    var second = new Stage[1];
    Fx.run(() -> open(second));

    assertThat(second[0].getX()).isEqualTo(40);
    assertThat(second[0].getY()).isEqualTo(60);
    assertThat(second[0].getWidth()).isEqualTo(800);
    assertThat(second[0].getHeight()).isEqualTo(500);
    Fx.run(second[0]::close);
  }

  @Test
  void theFirstWindowIsInTheMiddleOfItsScreenAndInsideIt() {
    var stage = new Stage[1];
    Fx.run(() -> open(stage));

    var screen = javafx.stage.Screen.getPrimary().getVisualBounds();
    assertThat(stage[0].getX() - screen.getMinX())
        .isGreaterThanOrEqualTo(24)
        .isEqualTo(screen.getMaxX() - stage[0].getX() - stage[0].getWidth());
    assertThat(stage[0].getY() - screen.getMinY())
        .isGreaterThanOrEqualTo(24)
        .isEqualTo(screen.getMaxY() - stage[0].getY() - stage[0].getHeight());
    Fx.run(stage[0]::close);
  }

  /// So do some window managers while they give it its frame.
  @Test
  void aNewWindowThatTheDesktopMovesComesBack() {
    var stage = new Stage[1];
    Fx.run(() -> open(stage));
    double x = stage[0].getX();
    double y = stage[0].getY();

    Fx.run(() -> {
      stage[0].setX(x - 24);
      stage[0].setY(y - 24);
    });

    while (stage[0].getX() != x || stage[0].getY() != y) {
      Fx.pulse(stage[0].getScene());
    }
    Fx.run(stage[0]::close);
  }

  @Test
  void aMaximisedWindowRemembersWhatItGoesBackTo() {
    var stage = new Stage[1];
    Fx.run(() -> {
      var window = open(stage);
      stage[0].setX(40);
      stage[0].setY(60);
      stage[0].setWidth(800);
      stage[0].setHeight(500);
      stage[0].setMaximized(true);
      window.close();
      stage[0].close();
    });

    assertThat(saved).contains(new WindowPlacement(40, 60, 800, 500, true));
  }

  @Test
  void aWindowFromAScreenThatIsGoneIsOnOneThatIsThere() {
    saved = Optional.of(new WindowPlacement(5000, 3000, 800, 500, false));
    var stage = new Stage[1];
    Fx.run(() -> open(stage));

    assertThat(stage[0].getX()).isLessThan(1000);
    assertThat(stage[0].getY()).isLessThan(1000);
    Fx.run(stage[0]::close);
  }

  @Test
  void theScaleIsTakenOverWhileTheWindowIsOpen() {
    var stage = new Stage[1];
    var window = Fx.get(() -> open(stage));
    var title =
        Fx.find(
            stage[0].getScene().getRoot(), ".sy-topbar .title", javafx.scene.control.Label.class);
    Fx.pulse(stage[0].getScene());
    double plain = Fx.get(() -> title.localToScene(title.getLayoutBounds()).getHeight());

    Fx.run(() -> window.setScalePercent(200));
    Fx.pulse(stage[0].getScene());

    assertThat(Fx.get(() -> title.localToScene(title.getLayoutBounds()).getHeight()))
        .isBetween(plain * 1.95, plain * 2.05);
    Fx.run(stage[0]::close);
  }

  @Test
  void twoKeysLookAtTheScreenAnew() {
    var stage = new Stage[1];
    Fx.run(() -> open(stage));
    // The screen is told that it is seen once it was drawn.
    while (shown == 0) {
      Fx.pulse(stage[0].getScene());
    }
    int before = shown;

    Fx.press(KeyCode.F5);
    Fx.press(KeyCode.CONTROL, KeyCode.R);

    assertThat(shown).isEqualTo(before + 2);
    Fx.run(stage[0]::close);
  }

  private MainWindow open(Stage[] opened) {
    opened[0] = new Stage();
    var shell = new ShellViewModel(List.of("empty"), false);
    var view =
        new ShellView(
            shell,
            List.of(new Empty()),
            new NoticesViewModel(),
            new Texts(Locale.ENGLISH),
            List::of);
    var window = new MainWindow(opened[0], view, new Memory(), Preferences.Theme.LIGHT);
    window.show();
    return window;
  }

  private final class Empty implements Screen {
    @Override
    public String id() {
      return "empty";
    }

    @Override
    public String titleKey() {
      return "overview.title";
    }

    @Override
    public Ikon icon() {
      return Feather.BOX;
    }

    @Override
    public Node createView() {
      return new VBox();
    }

    @Override
    public void shown() {
      shown++;
    }

    @Override
    public void hidden() {}
  }

  private final class Memory implements WindowPlacementStore {
    @Override
    public Optional<WindowPlacement> load() {
      return saved;
    }

    @Override
    public void save(WindowPlacement placement) {
      saved = Optional.of(placement);
    }
  }
}
