package dev.switchyard.domain.localonly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchyard.domain.PortException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalOnlyTest {
  @ParameterizedTest
  @CsvSource({
    "gpu-box, GPU-Box, true",
    "gpu-box, gpu-box., true",
    "gpu-box, gpu-box.evil.example, false",
    "example.com, notexample.com, false",
    "10.0.0.7, 10.0.0.7, true",
    "10.0.0.7, 10.0.0.70, false",
    "fd00::1, [fd00:0:0:0:0:0:0:1], true",
    "[FD00::1], [fd00::1], true",
    "gpu-box, 127.0.0.1, true",
    "gpu-box, [::1], true",
    "gpu-box, localhost, true",
    "gpu-box, 127.example.com, false",
  })
  void hostsCompareAsWholeNames(String allowed, String asked, boolean reached) throws Exception {
    assertThat(LocalOnly.allowing(List.of(allowed)).allows(asked)).isEqualTo(reached);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "http://gpu-box", "gpu-box:11434", "gpu box", "a/b", "x@y", "[::1]:80"})
  void whatIsNoHostIsRefused(String written) {
    assertThatThrownBy(() -> LocalOnly.allowing(List.of(written)))
        .isInstanceOfSatisfying(
            PortException.class, e -> assertThat(e.kind()).isEqualTo(PortException.Kind.REFUSED));
  }

  @ParameterizedTest
  @CsvSource({
    "gpt-oss:120b-cloud, true",
    "glm-4.6:cloud, true",
    "someone/model:Cloud, true",
    "qwen3:30b, false",
    "cloud, false",
    "cloudy:cloudless, false",
    "host:5000/cloud, false",
  })
  void modelsOfOllamasCloudAreToldByTheirTag(String model, boolean cloud) {
    assertThat(LocalOnly.isOfOllamasCloud(model)).isEqualTo(cloud);
  }

  @Test
  void thisMachineIsAlwaysReached() {
    assertThat(LocalOnly.MACHINE.allows("127.1")).isTrue();
    assertThat(LocalOnly.MACHINE.allows("gpu-box")).isFalse();
  }
}
