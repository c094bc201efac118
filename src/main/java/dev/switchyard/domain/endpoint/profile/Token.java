package dev.switchyard.domain.endpoint.profile;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import java.util.regex.Pattern;

/// A server's token for as long as one request needs it. It is shown nowhere: neither its text nor
/// what refuses it names what it says.
public final class Token {
  /// What a header can carry without ending or splitting it.
  private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,16384}");

  private final String text;

  private Token(String text) {
    this.text = text;
  }

  /// @throws PortException MALFORMED where no HTTP header can carry it
  public static Token of(String text) throws PortException {
    if (!FORM.matcher(text).matches()) {
      throw new PortException(PortException.Kind.MALFORMED, Message.of("endpoint.token.form"));
    }
    return new Token(text);
  }

  /// The secret itself, for the header of one request or the environment of one program.
  public String headerValue() {
    return text;
  }

  /// Nothing of it.
  @Override
  public String toString() {
    return "token";
  }
}
