package dev.switchyard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.log.Crash;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The exceptions are those that JavaFX 26 threw without a display and with libraries taken away.
class StartFailureTest {
  @Test
  void aMissingDisplayIsSaid() {
    assertThat(key(new UnsupportedOperationException("Unable to open DISPLAY")))
        .contains("shell.no-display");
  }

  @Test
  void aMissingLibraryIsNoMissingDisplay() {
    assertThat(key(new UnsupportedOperationException("Unable to load glass GTK library.")))
        .contains("shell.no-library");
    assertThat(key(new RuntimeException(new UnsatisfiedLinkError("libGL.so.1: file too short"))))
        .contains("shell.no-library");
    assertThat(
            key(
                new RuntimeException(
                    "Error initializing QuantumRenderer: no suitable pipeline found")))
        .contains("shell.no-library");
  }

  @Test
  void aBugThatThePersonHasReadIsNotReportedTwice() {
    var bug = new IllegalStateException("x");
    var crash = new Crash("x", "report", Optional.of(Path.of("crash.txt")), true);

    var failure = StartFailure.explain(new RuntimeException(new Crashed(crash, bug)));

    assertThat(failure.map(PortException::kind)).contains(PortException.Kind.FAILED);
    assertThat(failure.orElseThrow().text().arguments()).containsExactly("x", "crash.txt");
  }

  @Test
  void anythingElseIsABug() {
    assertThat(key(new IllegalStateException("x"))).isEmpty();
  }

  private static Optional<String> key(Throwable failure) {
    return StartFailure.explain(failure).map(explained -> explained.text().key());
  }
}
