package dev.switchyard.adapter.doctor;

import dev.switchyard.adapter.process.Command;
import dev.switchyard.adapter.process.Processes;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.doctor.ServiceControl;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Ollama as a service of the person's own in systemd, `ollama.service` of `systemctl --user`.
public final class UserUnit implements ServiceControl {
  /// A server that unloads its models first takes some seconds to end.
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final Processes processes;
  private final Path configuration;

  /// @param configuration the person's folder of settings, `~/.config`
  public UserUnit(Processes processes, Path configuration) {
    this.processes = processes;
    this.configuration = configuration;
  }

  /// Its name comes after those that people choose, so that it counts.
  @Override
  public Path overlay() {
    return configuration.resolve("systemd/user/ollama.service.d/zz-switchyard.conf");
  }

  @Override
  public void restart() throws PortException {
    run("daemon-reload");
    run("restart", "ollama.service");
  }

  private void run(String... words) throws PortException {
    var arguments = new ArrayList<>(List.of("systemctl", "--user"));
    arguments.addAll(List.of(words));
    var outcome = processes.run(Command.of(arguments).within(LIMIT));
    if (!outcome.succeeded()) {
      throw new PortException(
          PortException.Kind.FAILED,
          Message.of(
              "doctor.service.failed", String.join(" ", arguments), outcome.errors().strip()));
    }
  }
}
