package dev.switchyard.domain.team;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.log.Redaction;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/// What a text may hold that others read: nothing unseen, no secret, and nobody's home folder.
final class SharedText {
  private static final Redaction SECRETS = new Redaction(Path.of("/"), Map.of());

  /// As systems name them: `/home/ann`, `/Users/ann`, `C:\Users\ann`, `/root`.
  private static final Pattern HOME =
      Pattern.compile(
          "(?i)(?<![\\w.-])(?:/home/[^/\\s]|/users/[^/\\s]|/root(?![\\w.-])"
              + "|[a-z]:[\\\\/]+users[\\\\/])");

  /// A command that says the token itself, instead of asking for it.
  private static final Pattern TOLD =
      Pattern.compile(
          "(?i)^\\s*(?:echo|printf)\\b.*"
              + "|.*\\b(?:bearer|basic)\\s+[^\\s$]{6}.*"
              + "|.*(?:password|passwd|token|secret|key)=[^\\s$]{6}.*");

  private SharedText() {}

  /// @throws PortException REFUSED with the reason, which never quotes the text
  static void check(String text) throws PortException {
    checkSeen(text);
    checkSecrets(text, SECRETS);
  }

  /// A command names where secrets are kept, in words that secrets have in other texts.
  ///
  /// @throws PortException as [#check]
  static void checkCommand(String line) throws PortException {
    checkSeen(line);
    if (TOLD.matcher(line).matches()) {
      throw refused("team.text.told");
    }
  }

  /// @param secrets may also know what is a secret of this machine alone
  static void checkSecrets(String text, Redaction secrets) throws PortException {
    if (!secrets.of(text).equals(text)) {
      throw refused("team.text.secret");
    }
  }

  private static void checkSeen(String text) throws PortException {
    if (text.codePoints().anyMatch(SharedText::isUnseen)) {
      throw refused("team.text.unseen");
    }
    if (HOME.matcher(text).find()) {
      throw refused("team.text.home");
    }
  }

  /// Controls and whatever changes the order or the look of others without being seen itself.
  private static boolean isUnseen(int letter) {
    return letter != '\t'
        && switch (Character.getType(letter)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.SURROGATE,
              Character.PRIVATE_USE,
              Character.UNASSIGNED,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR ->
              true;
          default -> false;
        };
  }

  private static PortException refused(String key) {
    return new PortException(PortException.Kind.REFUSED, Message.of(key));
  }
}
