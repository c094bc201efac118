package dev.switchyard.adapter.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.Home;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.Surroundings;
import dev.switchyard.domain.launch.ProgramSearch;
import dev.switchyard.real.RealPrograms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Against the npm of this machine.
@DisabledOnOs(OS.WINDOWS)
class NpmPrefixIT {
  @TempDir Path home;

  @Test
  void whatIsToldIsWhatNpmAnswers() throws Exception {
    RealPrograms.requireOnPath("npm");
    RealPrograms.requireOnPath("node");
    var environment =
        Map.of("PATH", System.getenv("PATH"), "HOME", home.toString(), "npm_config_logs_max", "0");
    var surroundings = new Surroundings(OperatingSystem.LINUX, environment, home);
    var processes = new Processes(environment, surroundings.system());

    var answered = processes.run(Command.of("npm", "prefix", "-g")).output().strip();
    var told = told(surroundings);
    if (told.isEmpty()) {
      RealPrograms.skip("npm's prefix is set on this machine: it has to be asked");
    }
    assertThat(told).contains(Path.of(answered));

    Files.writeString(home.resolve(".npmrc"), "prefix=" + home.resolve("global") + "\n");
    assertThat(processes.run(Command.of("npm", "prefix", "-g")).output().strip())
        .isEqualTo(home.resolve("global").toString());
    assertThat(told(surroundings)).isEmpty();
  }

  private Optional<Path> told(Surroundings surroundings) {
    var search = new ProgramSearch(surroundings, Home.below(home));
    return new NpmPrefix(surroundings, Home.below(home))
        .told(first(search, "npm"), first(search, "node"));
  }

  private static Path first(ProgramSearch search, String name) {
    return search.onPath(name).stream().filter(Files::isExecutable).findFirst().orElseThrow();
  }
}
