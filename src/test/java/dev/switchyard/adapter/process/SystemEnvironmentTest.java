package dev.switchyard.adapter.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SystemEnvironmentTest {
  @Test
  void theCallersLocaleComesBack() {
    assertThat(own(Map.of("LC_ALL", "C.UTF-8", "SWITCHYARD_CALLER_LC_ALL", "de_DE@euro")))
        .containsExactly(Map.entry("LC_ALL", "de_DE@euro"));
    assertThat(own(Map.of("LC_ALL", "C.UTF-8", "SWITCHYARD_CALLER_LC_ALL", ""))).isEmpty();
    assertThat(own(Map.of("LC_ALL", "C.UTF-8"))).containsExactly(Map.entry("LC_ALL", "C.UTF-8"));
  }

  private static Map<String, String> own(Map<String, String> environment) {
    return SystemEnvironment.callersOwn(environment);
  }
}
