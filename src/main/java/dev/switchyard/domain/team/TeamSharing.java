package dev.switchyard.domain.team;

import dev.switchyard.domain.PortException;
import java.nio.file.Path;
import java.util.Optional;

/// All that can be done with what a team shares, for the window and for the command line.
///
/// @param files where shared files are
/// @param imports takes one over
/// @param exports makes one
/// @param builds what came with one and is not on the server
public record TeamSharing(
    SetupFiles files, ImportTeamSetup imports, ExportTeamSetup exports, BuildMissing builds) {
  /// @throws PortException as [SetupFiles#read] and [TeamFile#read]
  public TeamSetup read(Path file) throws PortException {
    return TeamFile.read(files.read(file));
  }

  /// The project that a file belongs to, by its name and place.
  public static Optional<Path> projectOf(Path file) {
    return Optional.of(file)
        .filter(each -> each.endsWith(TeamFile.NAME))
        .map(each -> each.toAbsolutePath().normalize().getParent());
  }
}
