package dev.switchyard.domain.team;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.profile.EndpointProfile;
import java.util.Optional;

/// An endpoint of the person's, as a team would share it.
final class ProfileSharing {
  private ProfileSharing() {}

  /// To be compared only: it may say what no shared file may.
  ///
  /// @throws PortException where its certificates cannot be read
  static SharedEndpoint share(EndpointProfile profile, CertificateStore store)
      throws PortException {
    var file = profile.caFile();
    var certificates =
        file.isPresent()
            ? Optional.of(Certificates.in(store.read(file.get())))
            : Optional.<Certificates>empty();
    return new SharedEndpoint(
        profile.name(),
        profile.kind(),
        profile.url(),
        profile.token(),
        certificates,
        profile.limits());
  }

  /// To be written into a file that others read.
  ///
  /// @throws PortException also REFUSED where it says what no shared file may
  static SharedEndpoint shareForOthers(EndpointProfile profile, CertificateStore store)
      throws PortException {
    var shared = share(profile, store);
    return SharedEndpoint.of(
        shared.name(),
        shared.kind(),
        shared.url(),
        shared.token(),
        shared.certificates(),
        shared.limits());
  }
}
