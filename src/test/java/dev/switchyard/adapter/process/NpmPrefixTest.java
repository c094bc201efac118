package dev.switchyard.adapter.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.Home;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there npm is always asked")
class NpmPrefixTest {
  @TempDir Path folder;
  private Path prefix;
  private Path npm;
  private Path node;

  /// As node's own archives are laid out, with a link to npm beside node.
  @BeforeEach
  void install() throws IOException {
    prefix = folder.toRealPath().resolve("node-24");
    node = file("node-24/bin/node", "\u007fELF");
    var script = file("node-24/lib/node_modules/npm/bin/npm-cli.js", "#!/usr/bin/env node\nrun()");
    npm = Files.createSymbolicLink(prefix.resolve("bin/npm"), script);
    Files.createDirectories(folder.resolve("home"));
  }

  @Test
  void isTheFolderAboveThatOfNode() throws IOException {
    assertThat(told(Map.of())).contains(prefix);
    file("home/.npmrc", "registry=http://localhost\n");
    assertThat(told(Map.of("PATH", "/bin"))).contains(prefix);
  }

  @Test
  void followsALinkToNode() throws IOException {
    Files.createDirectories(folder.resolve("bin"));
    node = Files.createSymbolicLink(folder.resolve("bin/node"), node);

    assertThat(told(Map.of())).contains(prefix);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PREFIX", "DESTDIR", "npm_config_prefix", "NPM_CONFIG_PREFIX"})
  void leavesItToNpmWhereAVariableDecides(String variable) {
    assertThat(told(Map.of(variable, "/opt"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"home/.npmrc", "node-24/etc/npmrc", "node-24/lib/node_modules/npm/npmrc"})
  void leavesItToNpmWhereAFileDecides(String name) throws IOException {
    file(name, "fund=false\n prefix = ${HOME}/.npm-global\n");
    assertThat(told(Map.of())).isEmpty();

    file(name, "globalconfig=/etc/npmrc\n");
    assertThat(told(Map.of())).isEmpty();
  }

  @Test
  void leavesItToNpmWhereAVersionManagerStandsInItsPlace() throws IOException {
    var script = "#!/usr/bin/env bash\nexec mise x -- node\n";
    var manager = file("shims/node", script);
    assertThat(told(Map.of(), npm, manager)).isEmpty();
    assertThat(told(Map.of(), file("shims/npm", script), node)).isEmpty();

    var shim =
        Files.createSymbolicLink(folder.resolve("shims/volta"), file("volta-shim", "\u007f"));
    assertThat(told(Map.of(), npm, shim)).isEmpty();
  }

  @Test
  void leavesItToNpmWhereAFileCannotBeRead() throws IOException {
    Files.createDirectory(folder.resolve("home/.npmrc"));
    assertThat(told(Map.of())).isEmpty();
    assertThat(told(Map.of(), npm, folder.resolve("missing"))).isEmpty();
  }

  private Optional<Path> told(Map<String, String> environment) {
    return told(environment, npm, node);
  }

  private Optional<Path> told(Map<String, String> variables, Path npm, Path node) {
    var surroundings = new Surroundings(OperatingSystem.LINUX, new HashMap<>(variables), folder);
    return new NpmPrefix(surroundings, Home.below(folder.resolve("home"))).told(npm, node);
  }

  private Path file(String name, String content) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }
}
