package dev.switchyard.ui.modelfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.switchyard.domain.memory.OtherMachine;
import dev.switchyard.domain.modelfile.Template;
import dev.switchyard.fake.Fx;
import dev.switchyard.fake.Snapshots;
import dev.switchyard.ui.shell.ScaledPane;
import dev.switchyard.ui.text.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import jfx.incubator.scene.control.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelfileViewTest {
  private static final String BAD =
      """
      FROM gemma4:26b
      # Claude Code needs room for its prompt
      PARAMETER num_ctx 32768
      PARAMETER temprature 0.2
      PARAMETER top_p 0.9 # nucleus
      SYSTEM \"""
      You are
      kind.
      \"""
      """;

  @TempDir Path home;
  private Desk desk;
  private Stage stage;
  private final List<String> pulled = new ArrayList<>();

  @BeforeEach
  void open() {
    Fx.start();
    desk = Fx.get(() -> Desk.shown(home));
    stage = Fx.show(Fx.get(this::view), 990, 700);
  }

  @AfterEach
  void close() {
    Fx.run(stage::close);
    Fx.run(desk::close);
  }

  @Test
  void showingADocumentDoesNotChangeIt() {
    assertThat(desk.text()).isEqualTo(Template.ALL.getFirst().modelfile().text());
    assertThat(desk.document.isEdited()).isFalse();
    assertThat(code()).isEqualTo(desk.text());
  }

  @Test
  void textAndFormAreTwoViewsOfOneDocument() {
    var slider = find("#context-slider", Slider.class);
    Fx.run(() -> slider.setValue(slider.getMax()));
    assertThat(code()).contains("PARAMETER num_ctx 262144");

    var temperature = find("#parameter-temperature", TextField.class);
    Fx.run(temperature::requestFocus);
    Fx.run(() -> temperature.setText("0.7"));
    Fx.press(KeyCode.ENTER);
    assertThat(code()).contains("PARAMETER temperature 0.7");

    var area = find("#modelfile-text", CodeArea.class);
    Fx.run(() -> area.setText("FROM gemma4\nPARAMETER num_ctx 8192\nPARAMETER top_p 0.5\n"));
    assertThat(Fx.get(slider::getValue)).isEqualTo(1.0);
    assertThat(text(find("#parameter-top_p", TextField.class))).isEqualTo("0.5");
    assertThat(text(temperature)).isEmpty();
  }

  @Test
  void typingGoesIntoTheDocumentAndUndoComesBack() {
    var area = find("#modelfile-text", CodeArea.class);
    var before = code();
    Fx.run(() -> {
      area.requestFocus();
      area.select(area.getDocumentEnd());
    });
    Fx.press(KeyCode.X);
    assertThat(desk.text()).isEqualTo(before + "x");
    assertThat(Fx.get(find("#build", Button.class)::isDisabled)).isTrue();

    Fx.run(area::undo);
    assertThat(desk.text()).isEqualTo(before);
    assertThat(Fx.get(find("#build", Button.class)::isDisabled)).isFalse();
  }

  @Test
  void buildsByAButton() {
    Fx.click(find("#build", Button.class));
    assertThat(desk.model.build().outcomeProperty().get()).isPresent();
    assertThat(desk.saved("gemma4-claude")).exists();
  }

  /// The slider's mark is where the thumb stands for the longest context, and nothing is cut.
  @ParameterizedTest
  @ValueSource(doubles = {1, 1.25, 2})
  void theZoneBeginsExactlyWhereTheModelNoLongerFits(double scale) {
    var scaled = Fx.get(() -> new ScaledPane(view()));
    Fx.run(() -> {
      scaled.setScale(scale);
      stage.getScene().setRoot(scaled);
      desk.model.setContext(longest());
    });
    Fx.pulse(stage.getScene());
    var slider = find("#context-slider", Slider.class);
    var zone = find(".zone", Region.class);
    Fx.run(() -> {
      var thumb = slider.lookup(".thumb");
      assertThat(left(zone)).isCloseTo(middle(thumb), within(1.5 * scale));
      assertThat(zone.getWidth()).isPositive();
      var stops = zone.getParent();
      double end = 0;
      var shown =
          stops.lookupAll(".stop").stream()
              .filter(Node::isVisible)
              .sorted(Comparator.comparingDouble(Node::getLayoutX))
              .toList();
      assertThat(shown).hasSizeGreaterThan(2);
      for (var stop : shown) {
        var bounds = stop.getBoundsInParent();
        assertThat(bounds.getMinX()).as("%s", stop).isGreaterThanOrEqualTo(end);
        end = bounds.getMaxX();
      }
      assertThat(end).isLessThanOrEqualTo(stops.getLayoutBounds().getWidth() + 0.5);
    });
  }

  private int longest() {
    return desk.model
        .forecast()
        .forecast()
        .report()
        .toOptional()
        .orElseThrow()
        .reach()
        .whole()
        .toOptional()
        .orElseThrow();
  }

  private static double left(Node node) {
    return node.localToScene(node.getLayoutBounds()).getMinX();
  }

  private static double middle(Node node) {
    return node.localToScene(node.getLayoutBounds()).getCenterX();
  }

  @Test
  void whatWouldTakeLessIsOneClickAway() {
    Fx.run(() -> {
      desk.model.setContext(131_072);
      desk.model.machine().choose(new OtherMachine(32L << 30, List.of(16L << 30), false));
      desk.tasks.turn();
      desk.document.setParameter("num_batch", "2048");
    });
    Fx.pulse(stage.getScene());
    var ways = find("#memory-ways", Pane.class);
    var texts =
        Fx.get(() ->
            ways.lookupAll(".button").stream().map(button -> ((Button) button).getText()).toList());
    assertThat(texts).startsWith("Set num_batch").anyMatch(text -> text.startsWith("Use "));

    Snapshots.both("modelfile-ways", 1060, 1000, this::view);
    Fx.click(find("#memory-ways .button", Button.class));
    assertThat(code()).contains("PARAMETER num_batch 512");
  }

  @Test
  void lookAtIt() {
    Snapshots.both("modelfile-good", 1060, 720, this::view);
    Fx.run(() -> desk.document.edit(BAD));
    Snapshots.both("modelfile-bad", 1060, 720, this::view);
  }

  private Parent view() {
    return (Parent) new ModelfileView(desk.model, new Texts(Locale.ENGLISH), pulled::add).node();
  }

  private static String text(TextField field) {
    return Fx.get(field::getText);
  }

  private String code() {
    return Fx.get(find("#modelfile-text", CodeArea.class)::getText).replace("\r\n", "\n");
  }

  private <T extends javafx.scene.Node> T find(String selector, Class<T> type) {
    return Fx.find(stage.getScene().getRoot(), selector, type);
  }
}
