package dev.switchyard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The image's start script, with a runtime that only writes down how it was called.
@DisabledOnOs(OS.WINDOWS)
class LaunchScriptTest {
  private static final String RUNTIME =
      """
      #!/bin/sh
      printf 'LC_ALL=%s\\n' "${LC_ALL-unset}"
      printf 'CALLER=%s\\n' "${SWITCHYARD_CALLER_LC_ALL-unset}"
      printf '<%s>\\n' "$@"
      """;

  @TempDir Path folder;
  private Path script;

  @BeforeEach
  void install() throws IOException {
    Path image = folder.resolve("a 'b' $c");
    script = image.resolve("bin/switchyard");
    Path java = image.resolve("runtime/bin/java");
    Files.createDirectories(script.getParent());
    Files.createDirectories(java.getParent());
    Files.copy(Path.of("packaging/bin/switchyard"), script);
    Files.writeString(java, RUNTIME);
    assertThat(java.toFile().setExecutable(true)).isTrue();
  }

  @Test
  void handsEveryArgumentOnAsItIs() throws Exception {
    assertThat(run(script, Map.of(), "fit", "a b", "", "$HOME", "'\"*", "@file"))
        .endsWith(
            "<-m>",
            "<dev.switchyard/dev.switchyard.Main>",
            "<fit>",
            "<a b>",
            "<>",
            "<$HOME>",
            "<'\"*>",
            "<@file>");
  }

  @Test
  void usesTheFlagsAndTheCacheBesideIt() throws Exception {
    String root = script.getParent() + "/..";
    assertThat(run(script, Map.of()))
        .contains("<@" + root + "/lib/jvm.args>", "<-XX:AOTCache=" + root + "/lib/switchyard.aot>");
  }

  @Test
  void findsItsFolderThroughLinks() throws Exception {
    Path first = Files.createSymbolicLink(script.resolveSibling("first"), Path.of("switchyard"));
    Path second = Files.createSymbolicLink(folder.resolve("second"), first);
    assertThat(run(second, Map.of(), "status")).endsWith("<status>");
  }

  @Test
  void givesJavaUtf8WhereTheLocaleHasNone() throws Exception {
    assertThat(run(script, Map.of())).contains("LC_ALL=C.UTF-8", "CALLER=");
    assertThat(run(script, Map.of("LC_ALL", "POSIX"))).contains("LC_ALL=C.UTF-8", "CALLER=POSIX");
  }

  @Test
  @DisabledOnOs(value = OS.MAC, disabledReason = "has no locale of this name everywhere")
  void leavesALocaleWithUtf8Alone() throws Exception {
    assertThat(run(script, Map.of("LC_ALL", "C.UTF-8", "SWITCHYARD_CALLER_LC_ALL", "stale")))
        .contains("LC_ALL=C.UTF-8", "CALLER=unset");
    assertThat(run(script, Map.of("LANG", "C.UTF-8"))).contains("LC_ALL=unset", "CALLER=unset");
  }

  private static List<String> run(Path script, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output.lines().toList();
  }
}
