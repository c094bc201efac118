package dev.switchyard.domain.endpoint.profile;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointKind;
import dev.switchyard.domain.endpoint.EndpointUrl;
import java.nio.file.Path;
import java.util.Optional;

/// What a connection to one server needs. Its token belongs to requests below its own URL and to no
/// others.
///
/// @param profile what a person has said about this URL; empty where that is nothing
public record Access(EndpointUrl url, Optional<EndpointProfile> profile, TokenReader tokens) {
  /// To a server of which nothing is known: without a token, by the system's authorities.
  public static Access open(EndpointUrl url) {
    return new Access(url, Optional.empty(), _ -> Optional.empty());
  }

  /// What is said to be there; Ollama where nothing is said.
  public EndpointKind kind() {
    return profile.map(EndpointProfile::kind).orElse(EndpointKind.OLLAMA);
  }

  /// Read anew for each request.
  ///
  /// @throws PortException as [TokenReader#read]
  public Optional<Token> token() throws PortException {
    return profile.isEmpty() ? Optional.empty() : tokens.read(profile.get().token());
  }

  /// Certificates of authorities that are trusted besides the system's.
  public Optional<Path> caFile() {
    return profile.flatMap(EndpointProfile::caFile);
  }

  /// The person's; empty where each kind of request has its own.
  public Optional<TimeLimits> limits() {
    return profile.map(EndpointProfile::limits);
  }
}
