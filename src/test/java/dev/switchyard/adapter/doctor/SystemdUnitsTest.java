package dev.switchyard.adapter.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.doctor.ServerEnvironment.Placed;
import dev.switchyard.domain.doctor.ServerEnvironment.Starter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemdUnitsTest {
  @TempDir Path root;

  @Test
  void whereThereIsNoUnitNothingIsSaid() {
    assertThat(units().system()).isEmpty();
    assertThat(units().user()).isEmpty();
  }

  @Test
  void overlaysCountByNameAndTheStrongerFolderWins() throws IOException {
    write("usr/lib/systemd/system/ollama.service", "[Service]\nEnvironment=OLLAMA_HOST=0.0.0.0\n");
    write(
        "usr/lib/systemd/system/ollama.service.d/10-a.conf",
        "[Service]\nEnvironment=OLLAMA_KEEP_ALIVE=1h\n");
    write(
        "etc/systemd/system/ollama.service.d/10-a.conf",
        "[Service]\nEnvironment=OLLAMA_KEEP_ALIVE=2h\n");
    write(
        "etc/systemd/system/ollama.service.d/override.conf",
        "[Unit]\nEnvironment=OLLAMA_MODELS=/no\n[Service]\n# Environment=OLLAMA_MODELS=/no\n"
            + "Environment=\"OLLAMA_CONTEXT_LENGTH=65536\" 'OLLAMA_KV_CACHE_TYPE=q8_0' SECRET=x\n");

    assertThat(values(units().system()))
        .isEqualTo(
            Map.of(
                "OLLAMA_HOST", "0.0.0.0",
                "OLLAMA_KEEP_ALIVE", "2h",
                "OLLAMA_CONTEXT_LENGTH", "65536",
                "OLLAMA_KV_CACHE_TYPE", "q8_0"));
  }

  @Test
  void anEmptyAssignmentForgetsAndAFileOfVariablesIsStronger() throws IOException {
    var file = write("etc/default/ollama", "# ours\nOLLAMA_NUM_PARALLEL=\"2\"\n");
    write(
        "etc/systemd/system/ollama.service",
        "[Service]\nEnvironment=OLLAMA_HOST=0.0.0.0 OLLAMA_NUM_PARALLEL=1\nEnvironment=\n"
            + "Environment=OLLAMA_NUM_PARALLEL=4 \\\n  OLLAMA_MODELS=/data\n"
            + "EnvironmentFile=-/no/such/file\nEnvironmentFile="
            + file
            + "\n");

    assertThat(values(units().system()))
        .isEqualTo(Map.of("OLLAMA_NUM_PARALLEL", "2", "OLLAMA_MODELS", "/data"));
  }

  @Test
  void whatCannotBeReadMakesAllOfItUnknown() throws IOException {
    write("etc/systemd/system/ollama.service", "[Service]\nEnvironmentFile=/no/such/file\n");
    assertThat(units().system().orElseThrow()).isInstanceOf(Known.Unknown.class);

    Files.createDirectories(root.resolve("etc/systemd/system/ollama.service.d/x.conf"));
    assertThat(units().system().orElseThrow()).isInstanceOf(Known.Unknown.class);
  }

  @Test
  void thePersonsOwnIsReadFromTheirHome() throws IOException {
    write("home/.config/systemd/user/ollama.service", "[Service]\nEnvironment=OLLAMA_HOST=::\n");

    assertThat(values(units().user())).isEqualTo(Map.of("OLLAMA_HOST", "::"));
    assertThat(units().system()).isEmpty();
  }

  @Test
  void theGroupOfAProcessTellsWhoStartsIt() throws IOException {
    assertThat(StartedServer.starter(write("a", "0::/system.slice/ollama.service\n")))
        .isEqualTo(Starter.SYSTEM_SERVICE);
    assertThat(
            StartedServer.starter(
                write(
                    "b",
                    "0::/user.slice/user-1000.slice/user@1000.service/app.slice/ollama.service\n")))
        .isEqualTo(Starter.USER_SERVICE);
    assertThat(StartedServer.starter(write("c", "0::/user.slice/terminal.scope\n")))
        .isEqualTo(Starter.PERSON);
    assertThat(StartedServer.starter(root.resolve("none"))).isEqualTo(Starter.PERSON);
  }

  @Test
  void windowsIsFoundBelowALinuxOfItsOwn() throws IOException {
    var windows = new WindowsBelowLinux(OperatingSystem.LINUX, root);
    assertThat(windows.find()).isEqualTo(Known.of(Optional.empty()));

    write("proc/version", "Linux version 6.6.87.2-microsoft-standard-WSL2 (gcc)\n");
    write(
        "proc/net/route",
        "Iface\tDestination\tGateway\tFlags\neth0\t00000000\t0110A8C0\t0003\n"
            + "eth0\t0010A8C0\t00000000\t0001\n");
    write("etc/resolv.conf", "# by WSL\nnameserver 10.255.255.254\nnameserver 8.8.8.8\n");
    var found = windows.find().toOptional().orElseThrow().orElseThrow();
    assertThat(found.mirrored()).isFalse();
    assertThat(found.addresses()).containsExactly("192.168.16.1", "10.255.255.254");

    Files.createDirectories(root.resolve("sys/class/net/loopback0"));
    assertThat(windows.find().toOptional().orElseThrow().orElseThrow().mirrored()).isTrue();

    write("proc/version", "Linux version 6.8.0 (gcc)\n");
    assertThat(windows.find()).isEqualTo(Known.of(Optional.empty()));
  }

  private SystemdUnits units() {
    return new SystemdUnits(root, root.resolve("home/.config"));
  }

  private Path write(String name, String text) throws IOException {
    var file = root.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static Map<String, String> values(Optional<Known<Map<String, Placed>>> read) {
    var values = new TreeMap<String, String>();
    read.orElseThrow()
        .toOptional()
        .orElseThrow()
        .forEach((name, placed) -> values.put(name, placed.value()));
    return values;
  }
}
