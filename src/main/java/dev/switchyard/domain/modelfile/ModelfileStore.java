package dev.switchyard.domain.modelfile;

import dev.switchyard.domain.PortException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Port: the saved Modelfiles, `~/.ollama/Modelfiles`, which Ollama's own command line and the
/// guide use too.
public interface ModelfileStore {
  /// A saved Modelfile.
  ///
  /// @param name the variant's name as it was typed
  /// @param modelfile its content
  /// @param form how its bytes are text, kept when it is saved
  /// @param file where it stands
  record Saved(String name, Modelfile modelfile, TextForm form, Path file) {}

  /// The names of all saved Modelfiles, in alphabetical order. A folder that does not exist has
  /// none.
  ///
  /// @throws PortException DENIED, FAILED
  List<String> names() throws PortException;

  /// @return empty where none is saved under this name
  /// @throws PortException MALFORMED where it is no text, DENIED, FAILED
  Optional<Saved> read(String name) throws PortException;

  /// Saves under this name.
  ///
  /// @param before what the person began with: the file must still hold it
  /// @throws PortException CONFLICT where somebody changed the file in between, REFUSED where the
  ///   name cannot be a file's, DENIED, NO_SPACE
  Saved save(String name, Modelfile modelfile, Optional<Saved> before) throws PortException;

  /// Done also where none is saved under this name.
  ///
  /// @throws PortException DENIED, FAILED
  void delete(String name) throws PortException;

  /// Where a Modelfile of this name stands, or would stand.
  ///
  /// @throws PortException REFUSED where the name cannot be a file's
  Path fileOf(String name) throws PortException;
}
