package dev.switchyard.adapter.file;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.PortException.Kind;
import dev.switchyard.domain.team.SetupFiles;
import dev.switchyard.domain.team.TeamFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;

/// Shared files on this machine. None is opened that is no plain file: a pipe would never end, and
/// a device is nobody's setup.
public final class PlainSetupFiles implements SetupFiles {
  @Override
  public byte[] read(Path file) throws PortException {
    if (!exists(file)) {
      throw new PortException(Kind.MISSING, Message.of("file.missing", file.toString()));
    }
    return BoundedFiles.read(file, TeamFile.LARGEST, links(file))
        .orElseThrow(() ->
            new PortException(
                Kind.REFUSED, Message.of("team.file.large", TeamFile.LARGEST / 1024)));
  }

  @Override
  public void write(Path file, byte[] content, boolean replace) throws PortException {
    if (exists(file)) {
      BoundedFiles.requirePlain(file, links(file));
      if (!replace && !holds(file, content)) {
        throw new PortException(Kind.CONFLICT, Message.of("team.file.exists", file.toString()));
      }
    }
    AtomicFiles.write(file, content);
  }

  @Override
  public boolean exists(Path file) {
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
  }

  private static boolean holds(Path file, byte[] content) throws PortException {
    try {
      return Files.size(file) == content.length && Arrays.equals(Files.readAllBytes(file), content);
    } catch (IOException e) {
      throw FileFailures.explain(file, e);
    }
  }

  /// A project's file comes from whoever made the project, and so does where a link leads.
  private static LinkOption[] links(Path file) {
    return file.endsWith(TeamFile.NAME)
        ? new LinkOption[] {LinkOption.NOFOLLOW_LINKS}
        : new LinkOption[0];
  }
}
