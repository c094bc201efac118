package dev.switchyard.domain.team;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointKind;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.profile.EndpointProfile;
import dev.switchyard.domain.endpoint.profile.TimeLimits;
import dev.switchyard.domain.endpoint.profile.TokenSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// An endpoint as a team shares it: as a person names one, but for the certificates, which it
/// carries itself.
///
/// @param certificates of authorities that are trusted for it besides the system's
public record SharedEndpoint(
    String name,
    EndpointKind kind,
    EndpointUrl url,
    TokenSource token,
    Optional<Certificates> certificates,
    TimeLimits limits)
    implements SharedPart {
  /// Variables that hold what belongs to another service: no file may ask for them to be sent to
  /// its server.
  private static final Pattern OF_OTHERS =
      Pattern.compile(
          "(?i)(?:(?:ANTHROPIC|CLAUDE|AWS|AZURE|GOOGLE|GCP|GITHUB|GH|GITLAB|NPM|PYPI|DOCKER|KUBE|SSH"
              + "|GPG|VAULT)_.*|OPENAI_API_KEY|HF_TOKEN|HOME|PATH|USER)");

  /// @throws PortException REFUSED with what is wrong, which never quotes what may be a secret
  public static SharedEndpoint of(
      String name,
      EndpointKind kind,
      EndpointUrl url,
      TokenSource token,
      Optional<Certificates> certificates,
      TimeLimits limits)
      throws PortException {
    var checked = EndpointProfile.of(name, kind, url, token, Optional.empty(), limits);
    if (token instanceof TokenSource.Variable(var variable)
        && OF_OTHERS.matcher(variable).matches()) {
      throw refused(Message.of("team.token.of-others", variable));
    }
    if (token instanceof TokenSource.Command(var line)) {
      SharedText.checkCommand(line);
    }
    return new SharedEndpoint(name, kind, checked.url(), token, certificates, limits);
  }

  /// The same as the person keeps it.
  ///
  /// @param caFile where its certificates stand on this machine
  EndpointProfile profile(Optional<Path> caFile) throws PortException {
    return EndpointProfile.of(name, kind, url, token, caFile, limits);
  }

  /// The token of this machine that it would send.
  public Optional<TokenUse> tokenUse() {
    return switch (token) {
      case TokenSource.Variable(var variable) ->
          Optional.of(new TokenUse(TokenUse.Kind.VARIABLE, variable, host()));
      case TokenSource.Command(var line) ->
          Optional.of(new TokenUse(TokenUse.Kind.COMMAND, line, host()));
      case TokenSource.None _, TokenSource.Literal _ -> Optional.empty();
    };
  }

  private String host() {
    return url.host();
  }

  /// What of it concerns more than this machine, or runs on it.
  @Override
  public List<Mark> marks() {
    var marks = new ArrayList<Mark>();
    var host = host();
    if (!url.isLoopback()) {
      marks.add(new Mark(Mark.Kind.HOST, Message.of("team.mark.host", host)));
      if ("http".equals(url.uri().getScheme())) {
        marks.add(new Mark(Mark.Kind.IN_CLEAR, Message.of("team.mark.in-clear", host)));
      }
    }
    tokenUse().map(Mark::of).ifPresent(marks::add);
    if (certificates.isPresent()) {
      marks.add(new Mark(Mark.Kind.AUTHORITY, Message.of("team.mark.authority", host)));
    }
    return marks;
  }

  private static PortException refused(Message reason) {
    return new PortException(PortException.Kind.REFUSED, reason);
  }
}
