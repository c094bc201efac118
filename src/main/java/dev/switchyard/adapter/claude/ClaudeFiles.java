package dev.switchyard.adapter.claude;

import dev.switchyard.adapter.file.AtomicFiles;
import dev.switchyard.adapter.file.FileFailures;
import dev.switchyard.adapter.file.Pause;
import dev.switchyard.adapter.file.RealPath;
import dev.switchyard.adapter.file.SharedFiles;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.TextFiles;
import dev.switchyard.domain.route.text.SettingsText;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Files that Claude Code shares with the person and with Switchyard. Claude Code writes its
/// settings in place and without a lock, so a reader may meet half a file: JSON that makes no sense
/// is read again.
public final class ClaudeFiles implements TextFiles {
  private final SharedFiles settings;
  private final SharedFiles others = SharedFiles.ofAnyContent();

  public ClaudeFiles() {
    this(Pause.SHORT);
  }

  ClaudeFiles(Pause pause) {
    settings = SharedFiles.privateOnes(ClaudeFiles::isWhole, pause);
  }

  @Override
  public Optional<byte[]> read(Path file) throws PortException {
    return kindOf(file).read(file);
  }

  @Override
  public void replace(Path file, Optional<byte[]> expected, Optional<byte[]> content)
      throws PortException {
    if (content.isPresent()) {
      kindOf(file).replace(file, expected, content.get());
    } else {
      kindOf(file).remove(file, expected);
    }
  }

  @Override
  public Path target(Path file) {
    return RealPath.ofTarget(file);
  }

  @Override
  public boolean isFolder(Path folder) {
    return Files.isDirectory(folder);
  }

  @Override
  public List<Path> filesIn(Path folder) throws PortException {
    try (var entries = Files.list(folder)) {
      return entries.filter(Files::isRegularFile).sorted().toList();
    } catch (NoSuchFileException | NotDirectoryException _) {
      return List.of();
    } catch (IOException e) {
      throw FileFailures.explain(folder, e);
    }
  }

  @Override
  public Path real(Path folder) {
    return RealPath.of(folder);
  }

  @Override
  public void removeLeftovers(Path file) throws PortException {
    AtomicFiles.removeLeftovers(file);
  }

  @Override
  public void removeEmptyFolder(Path folder) throws PortException {
    try {
      Files.delete(folder);
    } catch (DirectoryNotEmptyException | NoSuchFileException _) {
      // Somebody put something into it, or removed it: either way there is nothing left to do.
    } catch (IOException e) {
      throw FileFailures.explain(folder, e);
    }
  }

  private SharedFiles kindOf(Path file) {
    return file.toString().endsWith(".json") ? settings : others;
  }

  private static boolean isWhole(byte[] content) {
    try {
      return !SettingsText.parseForReading(Path.of("settings.json"), content).isBlank();
    } catch (PortException e) {
      return e.kind() != PortException.Kind.MALFORMED;
    }
  }
}
