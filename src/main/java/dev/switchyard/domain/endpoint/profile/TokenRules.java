package dev.switchyard.domain.endpoint.profile;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What may be kept as a token's source: no secret, and nothing that would send Anthropic's
/// credentials to somebody else's server.
final class TokenRules {
  /// What vendors' keys begin with.
  private static final Pattern VENDORS_KEY =
      Pattern.compile(
          "(?i)(?:sk-|pk-|gh[pousr]_|github_pat_|glpat-|xox[abprs]-|hf_|AIza|ya29\\.|AKIA|ASIA|eyJ"
              + "|Bearer\\s).*");

  /// What servers' own guides say where no key is wanted.
  private static final Set<String> SAID_BY_GUIDES = Set.of("sk-no-key-required");

  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9._-]{1,24}");
  private static final Pattern MIXED = Pattern.compile("(?=.*[0-9]).{12,}");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\"'=]+");
  private static final int LONGEST_COMMAND = 2_000;

  /// Claude Code's own, for the cloud.
  private static final Set<String> CLOUDS =
      Set.of("ANTHROPIC_API_KEY", "ANTHROPIC_AUTH_TOKEN", "CLAUDE_CODE_OAUTH_TOKEN");

  private TokenRules() {}

  /// @return the same
  /// @throws PortException REFUSED with the reason, which never quotes what may be a secret
  static TokenSource checked(TokenSource source) throws PortException {
    switch (source) {
      case TokenSource.None _ -> {}
      case TokenSource.Literal(var text) -> checkLiteral(text);
      case TokenSource.Variable(var name) -> checkVariable(name);
      case TokenSource.Command(var line) -> checkCommand(line);
    }
    return source;
  }

  private static void checkLiteral(String text) throws PortException {
    if (!SAID_BY_GUIDES.contains(text)
        && (!WORD.matcher(text).matches()
            || VENDORS_KEY.matcher(text).matches()
            || MIXED.matcher(text).matches())) {
      throw refused(Message.of("endpoint.token.secret"));
    }
  }

  private static void checkVariable(String name) throws PortException {
    if (!NAME.matcher(name).matches()) {
      throw refused(Message.of("endpoint.token.variable"));
    }
    if (CLOUDS.contains(name.toUpperCase(Locale.ROOT))) {
      throw refused(Message.of("endpoint.token.clouds", name));
    }
  }

  private static void checkCommand(String line) throws PortException {
    if (line.isBlank()
        || line.length() > LONGEST_COMMAND
        || line.chars().anyMatch(Character::isISOControl)) {
      throw refused(Message.of("endpoint.token.command"));
    }
    if (BETWEEN_WORDS.splitAsStream(line).anyMatch(word -> VENDORS_KEY.matcher(word).matches())) {
      throw refused(Message.of("endpoint.token.secret"));
    }
  }

  private static PortException refused(Message reason) {
    return new PortException(PortException.Kind.REFUSED, reason);
  }
}
