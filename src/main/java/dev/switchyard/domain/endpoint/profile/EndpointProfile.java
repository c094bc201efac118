package dev.switchyard.domain.endpoint.profile;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointKind;
import dev.switchyard.domain.endpoint.EndpointUrl;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/// An endpoint that a person has named.
///
/// @param name letters, digits, `.`, `_`, `-`; at most 64
/// @param caFile certificates of authorities that are trusted for it besides the system's, PEM
public record EndpointProfile(
    String name,
    EndpointKind kind,
    EndpointUrl url,
    TokenSource token,
    Optional<Path> caFile,
    TimeLimits limits) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  /// @throws PortException REFUSED with what is wrong
  public static EndpointProfile of(
      String name,
      EndpointKind kind,
      EndpointUrl url,
      TokenSource token,
      Optional<Path> caFile,
      TimeLimits limits)
      throws PortException {
    return new EndpointProfile(
        checkedName(name),
        kind,
        new EndpointUrl(url.uri(), false),
        TokenRules.checked(token),
        checkedCa(caFile),
        checkedLimits(limits));
  }

  static String checkedName(String name) throws PortException {
    if (!NAME.matcher(name).matches()) {
      throw refused("endpoint.profile.name");
    }
    return name;
  }

  static Optional<Path> checkedCa(Optional<Path> file) throws PortException {
    if (!file.map(Path::isAbsolute).orElse(true)) {
      throw refused("endpoint.profile.ca");
    }
    return file;
  }

  static TimeLimits checkedLimits(TimeLimits limits) throws PortException {
    if (!limits.arePossible()) {
      throw refused("endpoint.profile.limits");
    }
    return limits;
  }

  /// Whether others on the way can read the token, and all else.
  public boolean sendsTokenInClear() {
    return !url.isLoopback()
        && "http".equals(url.uri().getScheme())
        && (token instanceof TokenSource.Variable || token instanceof TokenSource.Command);
  }

  private static PortException refused(String key) {
    return new PortException(PortException.Kind.REFUSED, Message.of(key));
  }
}
