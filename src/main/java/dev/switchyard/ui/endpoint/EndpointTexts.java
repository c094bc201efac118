package dev.switchyard.ui.endpoint;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.endpoint.EndpointKind;
import dev.switchyard.domain.endpoint.profile.TokenSource;
import dev.switchyard.ui.text.Texts;
import java.util.Locale;

/// Writes what the Endpoints screen shows for people.
final class EndpointTexts {
  private final Texts texts;

  EndpointTexts(Texts texts) {
    this.texts = texts;
  }

  Texts texts() {
    return texts;
  }

  Locale locale() {
    return texts.locale();
  }

  String text(String key, Object... arguments) {
    return texts.text(key, arguments);
  }

  String text(Message message) {
    return texts.text(message);
  }

  /// In the table, where a long name would take the place of all else.
  String kind(EndpointKind kind) {
    return kind == EndpointKind.GATEWAY ? text("endpoints.kind.gateway") : kind.product();
  }

  /// Never more than where it comes from.
  String token(TokenSource token) {
    return switch (token) {
      case TokenSource.None _ -> text("cli.endpoint.token.none");
      case TokenSource.Literal(var word) -> text("cli.endpoint.token.literal", word);
      case TokenSource.Variable(var name) -> text("cli.endpoint.token.variable", name);
      case TokenSource.Command _ -> text("cli.endpoint.token.command");
    };
  }

  /// Where requests go on their way there.
  String way(EndpointRow row) {
    if (!row.leavesMachine()) {
      return text("endpoints.way.stays");
    }
    return text(row.isUnencrypted() ? "endpoints.way.in-clear" : "endpoints.way.encrypted");
  }
}
