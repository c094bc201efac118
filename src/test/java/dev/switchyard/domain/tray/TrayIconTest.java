package dev.switchyard.domain.tray;

import static dev.switchyard.domain.route.Destination.CLOUD;
import static dev.switchyard.domain.route.Destination.LOCAL;
import static dev.switchyard.domain.route.Destination.OTHER;
import static dev.switchyard.domain.route.Destination.UNUSABLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrayIconTest {
  @Test
  void neverSaysLocalWhereSomethingGoesToTheCloud() {
    assertThat(TrayIcon.of(List.of(LOCAL, OTHER), true)).isEqualTo(TrayIcon.LOCAL);
    assertThat(TrayIcon.of(List.of(LOCAL, CLOUD), true)).isEqualTo(TrayIcon.MIXED);
    assertThat(TrayIcon.of(List.of(OTHER, CLOUD), true)).isEqualTo(TrayIcon.MIXED);
    assertThat(TrayIcon.of(List.of(CLOUD, CLOUD), true)).isEqualTo(TrayIcon.CLOUD);
  }

  @Test
  void aServerThatIsAwayMattersOnlyWhereARouteLeadsToIt() {
    assertThat(TrayIcon.of(List.of(LOCAL, CLOUD), false)).isEqualTo(TrayIcon.UNREACHABLE);
    assertThat(TrayIcon.of(List.of(CLOUD, OTHER), false)).isEqualTo(TrayIcon.MIXED);
    assertThat(TrayIcon.of(List.of(CLOUD), false)).isEqualTo(TrayIcon.CLOUD);
  }

  @Test
  void anAddressThatCannotBeUsedIsUnreachable() {
    assertThat(TrayIcon.of(List.of(UNUSABLE, CLOUD), true)).isEqualTo(TrayIcon.UNREACHABLE);
  }
}
