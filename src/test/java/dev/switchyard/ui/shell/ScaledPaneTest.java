package dev.switchyard.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.fake.Fx;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScaledPaneTest {
  private StackPane content;
  private ScaledPane scaled;

  @BeforeEach
  void open() {
    Fx.start();
    Fx.run(() -> {
      content = new StackPane();
      content.setMinSize(480, 300);
      scaled = new ScaledPane(content);
      new Scene(scaled, 960, 600);
    });
  }

  @Test
  void atTwiceTheSizeItFillsTheWindow() {
    scale(2);

    assertThat(scaled.getChildrenUnmodifiable()).containsExactly(content);
    assertThat(content.getWidth()).isEqualTo(480);
    assertThat(content.getHeight()).isEqualTo(300);
  }

  @Test
  void whereTheScaleLeavesTooLittleRoomItScrolls() {
    scale(3);

    assertThat(scaled.getChildrenUnmodifiable().getFirst()).isInstanceOf(ScrollPane.class);
    var scroll = (ScrollPane) scaled.getChildrenUnmodifiable().getFirst();
    assertThat(content.getWidth()).isEqualTo(480);
    assertThat(content.getHeight()).isEqualTo(300);
    assertThat(scroll.getWidth()).isEqualTo(960);
    assertThat(scroll.getContent().getLayoutBounds().getWidth()).isEqualTo(1440);
    assertThat(scroll.getContent().getLayoutBounds().getHeight()).isEqualTo(900);

    scale(1);

    assertThat(scaled.getChildrenUnmodifiable()).containsExactly(content);
    assertThat(content.getWidth()).isEqualTo(960);
  }

  @Test
  void whoHasTheKeyboardKeepsIt() {
    var field = Fx.get(TextField::new);
    Fx.run(() -> {
      content.getChildren().add(field);
      field.requestFocus();
    });

    scale(3);

    assertThat(Fx.get(() -> scaled.getScene().getFocusOwner())).isSameAs(field);
  }

  private void scale(double factor) {
    Fx.run(() -> {
      scaled.setScale(factor);
      scaled.applyCss();
      scaled.layout();
    });
  }
}
