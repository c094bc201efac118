package dev.switchyard.adapter.process;

import dev.switchyard.adapter.file.PrivateFolder;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.about.Desktop;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Each system's own program for opening things.
public final class DesktopOpener implements Desktop {
  /// One that cannot open a thing says so at once.
  private static final Duration FAILS_WITHIN = Duration.ofSeconds(1);

  private final Processes processes;
  private final OperatingSystem system;
  private final Path log;

  /// @param state Switchyard's own state folder: what the program prints goes into a file there
  public DesktopOpener(Processes processes, OperatingSystem system, Path state) {
    this.processes = processes;
    this.system = system;
    this.log = state.resolve("opened.log");
  }

  @Override
  public void open(URI address) throws PortException {
    run(address.toString());
  }

  @Override
  public void open(Path folder) throws PortException {
    PrivateFolder.create(folder);
    run(folder.toString());
  }

  private void run(String what) throws PortException {
    try {
      var exit = processes.startDetached(Command.of(command(what)), log).exitWithin(FAILS_WITHIN);
      // Windows' explorer ends with 1 also when it has opened the folder.
      if (exit.orElse(0) != 0 && system != OperatingSystem.WINDOWS) {
        throw new PortException(
            PortException.Kind.FAILED, Message.of("about.not-opened", what, LogTail.of(log)));
      }
    } catch (PortException e) {
      if (e.kind() == PortException.Kind.FAILED) {
        throw e;
      }
      throw new PortException(
          PortException.Kind.UNREACHABLE, Message.of("about.no-opener", what), e);
    }
  }

  private List<String> command(String what) {
    return switch (system) {
      case LINUX -> List.of("xdg-open", what);
      case MACOS -> List.of("open", what);
      case WINDOWS -> List.of("explorer.exe", what);
    };
  }
}
