package dev.switchyard.domain.route;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.route.text.SettingKey;
import java.util.Optional;
import java.util.stream.Collectors;

/// Says which keys stay as somebody has made them since a switch wrote them.
final class KeptKeys {
  private KeptKeys() {}

  static Optional<Message> note(SettingsEdit edit) {
    return Optional.of(edit.kept())
        .filter(keys -> !keys.isEmpty())
        .map(keys ->
            Message.of(
                "route.note.kept",
                edit.file().toString(),
                keys.stream().map(SettingKey::displayName).collect(Collectors.joining(", "))));
  }
}
