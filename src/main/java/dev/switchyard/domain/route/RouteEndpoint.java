package dev.switchyard.domain.route;

import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.endpoint.profile.EndpointProfile;
import dev.switchyard.domain.endpoint.profile.TokenSource;
import java.util.Optional;

/// An endpoint that a person has named, as a route to it needs it.
///
/// Source: measured on Claude Code 2.1.330. What a key helper prints goes out in both headers, and
/// beats every key, login and token that is not set in a settings file; it is run with the first
/// request, never before the folder is trusted, and once more after status 401.
///
/// @param system whose shell runs the helper
public record RouteEndpoint(EndpointProfile profile, OperatingSystem system) {
  public String name() {
    return profile.name();
  }

  /// The command that Claude Code is to get the token from; empty where there is no secret.
  Optional<String> helper() {
    return switch (profile.token()) {
      case TokenSource.Variable(var name) ->
          Optional.of(
              system == OperatingSystem.WINDOWS ? "echo %" + name + "%" : "printenv " + name);
      case TokenSource.Command(var line) -> Optional.of(line);
      case TokenSource.None _, TokenSource.Literal _ -> Optional.empty();
    };
  }

  /// The word that is sent where there is no secret.
  Optional<String> word() {
    return profile.token() instanceof TokenSource.Literal(var text)
        ? Optional.of(text)
        : Optional.empty();
  }

  /// Whether a route to it names something that is on this machine alone: a command, or a file.
  public boolean isOfThisMachine() {
    return profile.token() instanceof TokenSource.Command || profile.caFile().isPresent();
  }

  /// Whether requests to this address arrive there.
  boolean isAt(BaseUrl url) {
    return url.leadsWhere(BaseUrl.parse(profile.url().toString()));
  }
}
