package dev.switchyard.cli.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.switchyard.CommandRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManualPageTest {
  @TempDir Path folder;

  @Test
  void everyCommandAndOptionIsThere() {
    var page = page();

    assertThat(page)
        .startsWith(".TH SWITCHYARD 1 ")
        .contains(".SH NAME\nswitchyard \\- run Claude Code on models")
        .contains(".SS \"switchyard route [local|cloud|inherit] [PROJECT]\"")
        .contains(".B \\-\\-scope=SCOPE\n")
        .contains(".SH EXIT STATUS")
        .doesNotContain("switchyard manual\"");
  }

  /// Every line that is no request is text, and no hyphen is left that could not be pasted.
  @Test
  void nothingIsTakenForARequest() {
    assertThat(page().lines())
        .filteredOn(line -> line.startsWith(".") || line.startsWith("'"))
        .allMatch(line -> line.matches("\\.(TH|SH|SS|TP|PP|B)( .*)?"));
    assertThat(page().lines()).noneMatch(line -> line.matches(".*(?<!\\\\)-.*"));
  }

  @Test
  void manHasNothingToComplainAbout() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/groff")), "groff is not installed");
    var file = Files.writeString(folder.resolve("switchyard.1"), page());

    var process =
        new ProcessBuilder("groff", "-man", "-Tutf8", "-ww", "-z", file.toString())
            .redirectErrorStream(true)
            .start();

    assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEmpty();
    assertThat(process.waitFor()).isZero();
  }

  private String page() {
    var run = CommandRun.of("manual", "--home", folder.toString());
    assertThat(run.code()).isZero();
    return run.out();
  }
}
