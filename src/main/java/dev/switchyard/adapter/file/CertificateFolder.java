package dev.switchyard.adapter.file;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.switchyard.domain.Fingerprint;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.team.CertificateStore;
import dev.switchyard.domain.team.Certificates;
import java.nio.file.Path;

/// Certificates as files of Switchyard's configuration folder, each named by what it holds. They
/// are public, and stay when nobody names them any more.
public final class CertificateFolder implements CertificateStore {
  private final Path folder;

  /// @param configuration Switchyard's configuration folder
  public CertificateFolder(Path configuration) {
    this.folder = configuration.resolve("certificates").toAbsolutePath();
  }

  @Override
  public String read(Path file) throws PortException {
    var bytes =
        BoundedFiles.read(file, Certificates.LARGEST)
            .orElseThrow(() ->
                new PortException(
                    PortException.Kind.REFUSED,
                    Message.of("team.certificates.large", file.toString())));
    return new String(bytes, US_ASCII);
  }

  @Override
  public Path place(Certificates certificates) {
    return folder.resolve(Fingerprint.of(bytes(certificates)).shortText() + ".pem");
  }

  @Override
  public void keep(Certificates certificates) throws PortException {
    AtomicFiles.write(place(certificates), bytes(certificates));
  }

  private static byte[] bytes(Certificates certificates) {
    return certificates.text().getBytes(US_ASCII);
  }
}
