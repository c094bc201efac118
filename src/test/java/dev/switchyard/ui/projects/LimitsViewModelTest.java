package dev.switchyard.ui.projects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.localonly.LocalOnly;
import dev.switchyard.ui.projects.LimitsViewModel.State;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LimitsViewModelTest {
  private final ProjectsBench bench = new ProjectsBench();
  private final ProjectsViewModel projects = bench.model();
  private final LimitsViewModel model = bench.limits(projects);

  @BeforeEach
  void listed() {
    projects.setShown(true);
  }

  @Test
  void aProjectIsLimitedWithItsHostsAndFreedAgain() throws PortException {
    projects.select(ProjectsBench.NOTES);
    assertThat(shown().localOnly()).isFalse();

    model.limit(true);
    model.allow("GPU-box, 10.0.0.7");

    assertThat(shown().hosts()).containsExactly("10.0.0.7", "gpu-box");
    assertThat(bench.localOnly.of(ProjectsBench.NOTES).map(LocalOnly::hosts))
        .contains(List.of("10.0.0.7", "gpu-box"));
    model.limit(false);
    assertThat(bench.localOnly.of(ProjectsBench.NOTES)).isEmpty();
  }

  @Test
  void whatIsNoHostChangesNothingAndSaysSo() throws PortException {
    projects.select(ProjectsBench.NOTES);
    model.limit(true);

    model.allow("https://gpu-box");

    assertThat(model.stateProperty().get()).isInstanceOf(State.Failed.class);
    assertThat(bench.localOnly.of(ProjectsBench.NOTES)).contains(LocalOnly.MACHINE);
    model.show();
    assertThat(shown().localOnly()).isTrue();
  }

  @Test
  void aFallbackIsChosenAmongTheEndpoints() {
    bench.endpoints = List.of(ProjectsBench.team());
    projects.select(ProjectsBench.NOTES);

    model.fallBackTo("team");

    assertThat(shown().endpoints()).containsExactly("team");
    assertThat(shown().fallback()).isEqualTo("team");
    model.fallBackTo("");
    assertThat(shown().fallback()).isEmpty();
  }

  private State.Shown shown() {
    return (State.Shown) model.stateProperty().get();
  }
}
