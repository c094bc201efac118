package dev.switchyard.domain.team;

import dev.switchyard.domain.PortException;
import java.nio.file.Path;

/// Port: certificates that came with a shared file, as files of this machine.
public interface CertificateStore {
  /// The text of a file that an endpoint names.
  ///
  /// @throws PortException MISSING, REFUSED for what is larger than [Certificates#LARGEST] bytes or
  ///   no plain file, DENIED, FAILED
  String read(Path file) throws PortException;

  /// Where these certificates stand, or would stand: the same ones always in the same place.
  Path place(Certificates certificates);

  /// Puts them there; done also where they are.
  ///
  /// @throws PortException DENIED, NO_SPACE, FAILED
  void keep(Certificates certificates) throws PortException;
}
