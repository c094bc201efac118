package dev.switchyard.domain.doctor.check;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.EffectiveRoute.Source;
import java.util.ArrayList;
import java.util.List;

/// What a person can look up: who sets a key, to what, and where.
final class Evidence {
  private Evidence() {}

  /// @return a line for each of the keys that is set, and for whom it overrules
  static List<Message> of(EffectiveRoute route, List<String> keys) {
    var lines = new ArrayList<Message>();
    for (var key : keys) {
      var setting = route.values().get(key);
      if (setting != null) {
        lines.add(line("doctor.evidence.setting", key, setting.decides()));
        setting.overruled().stream()
            .map(source -> line("doctor.evidence.overruled", key, source))
            .forEach(lines::add);
      }
    }
    return lines;
  }

  private static Message line(String text, String key, Source source) {
    return Message.of(text, key, source.value(), source.origin().text());
  }
}
