package dev.switchyard.ui.tray;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.route.RouteChoice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AwaitedWindowTest {
  private final List<String> program = new ArrayList<>();
  private final AskedWindow real = new AskedWindow();
  private final AwaitedWindow awaited =
      new AwaitedWindow(() -> program.add("build"), () -> program.add("end"));

  @Test
  void theFirstWishHasTheWindowBuiltAndIsDoneThen() {
    awaited.decide(Path.of("/src/notes"), RouteChoice.LOCAL, Optional.empty());
    assertThat(program).containsOnly("build");
    assertThat(real.asked).isEmpty();

    awaited.arrived(real);
    assertThat(real.asked).containsExactly("decide notes LOCAL -");

    awaited.open();
    assertThat(real.asked).containsExactly("decide notes LOCAL -", "open");
  }

  @Test
  void wishesKeepTheirOrder() {
    awaited.open();
    awaited.report(new IllegalStateException("broken"));
    awaited.decideDefault(RouteChoice.CLOUD);

    awaited.arrived(real);

    assertThat(real.asked).containsExactly("open", "bug: broken", "decide default CLOUD");
  }

  @Test
  void whereThereIsNoWindowItOpensMinimised() {
    awaited.openMinimised();
    assertThat(program).containsExactly("build");

    awaited.arrived(real);

    assertThat(real.asked).containsExactly("open minimised");
  }

  @Test
  void aWindowThatWasAskedForIsNotMinimised() {
    awaited.open();
    awaited.openMinimised();
    awaited.arrived(real);
    awaited.openMinimised();

    assertThat(real.asked).containsExactly("open");
  }

  @Test
  void withoutAWindowQuittingBuildsNone() {
    awaited.quit();

    assertThat(program).containsExactly("end");
  }

  /// A toolkit that is starting cannot be ended.
  @Test
  void quittingWaitsForAWindowThatIsOnItsWay() {
    awaited.open();
    awaited.quit();
    assertThat(program).doesNotContain("end");

    awaited.arrived(real);

    assertThat(real.asked).containsExactly("open", "quit");
  }
}
