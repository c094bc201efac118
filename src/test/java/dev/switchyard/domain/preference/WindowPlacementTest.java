package dev.switchyard.domain.preference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowPlacementTest {
  private static final ScreenArea LAPTOP = new ScreenArea(0, 0, 1920, 1040);
  private static final ScreenArea AT_RIGHT = new ScreenArea(1920, 0, 3840, 2160);

  @ParameterizedTest
  @CsvSource({
    "1400, 900, 60, 50, 1280, 800",
    "1280, 800, 24, 24, 1232, 752",
    "1024, 700, 24, 24, 976, 652",
  })
  void aFirstWindowIsInTheMiddleOfItsScreen(
      double screenWidth, double screenHeight, double x, double y, double width, double height) {
    var screen = new ScreenArea(1920, 30, screenWidth, screenHeight);

    assertThat(WindowPlacement.first(screen, 1280, 800))
        .isEqualTo(new WindowPlacement(1920 + x, 30 + y, width, height, false));
  }

  @Test
  void aWindowOnAScreenThatIsThereStaysAsItIs() {
    var window = new WindowPlacement(2100, 80, 1280, 800, true);

    assertThat(window.on(List.of(LAPTOP, AT_RIGHT))).contains(window);
  }

  @Test
  void aWindowWhoseScreenIsGoneIsPlacedByTheSystem() {
    assertThat(new WindowPlacement(2100, 80, 1280, 800, false).on(List.of(LAPTOP))).isEmpty();
    assertThat(new WindowPlacement(100, -900, 1280, 800, false).on(List.of(LAPTOP))).isEmpty();
  }

  @Test
  void aWindowThatCouldHardlyBeGraspedIsPlacedByTheSystem() {
    assertThat(new WindowPlacement(1900, 80, 1280, 800, false).on(List.of(LAPTOP))).isEmpty();
  }

  @Test
  void aWindowLargerThanTheScreenIsMadeToFit() {
    assertThat(new WindowPlacement(200, 100, 3000, 2000, false).on(List.of(LAPTOP)))
        .contains(new WindowPlacement(0, 0, 1920, 1040, false));
  }

  @Test
  void whereverItWasItIsWhollyOnAScreenOrNowhere() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    int placedOnes = 0;
    for (int i = 0; i < 2_000; i++) {
      var window =
          new WindowPlacement(
              random.nextInt(-6000, 6000),
              random.nextInt(-3000, 3000),
              random.nextInt(720, 5000),
              random.nextInt(480, 3000),
              random.nextBoolean());
      for (var placed : window.on(List.of(LAPTOP, AT_RIGHT)).stream().toList()) {
        placedOnes++;
        assertThat(isIn(LAPTOP, placed) || isIn(AT_RIGHT, placed))
            .as("seed %d: %s", seed, placed)
            .isTrue();
      }
    }
    assertThat(placedOnes).as("windows placed with seed %d", seed).isPositive();
  }

  private static boolean isIn(ScreenArea screen, WindowPlacement window) {
    return window.x() >= screen.x()
        && window.y() >= screen.y()
        && window.x() + window.width() <= screen.x() + screen.width()
        && window.y() + window.height() <= screen.y() + screen.height();
  }
}
