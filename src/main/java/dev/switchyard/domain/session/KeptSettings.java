package dev.switchyard.domain.session;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.route.RouteVariables;
import dev.switchyard.domain.route.SettingsLayer;
import dev.switchyard.domain.route.text.SettingKey;
import dev.switchyard.domain.route.text.SettingsText;
import dev.switchyard.domain.session.EarlierSettings.Earlier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a running session goes on using although the files do not say it any more.
///
/// @param pasts what the files held since it began
record KeptSettings(List<SettingsPast> pasts) {
  /// Whether some file was changed where the session does not look any more.
  boolean missesChanges() {
    return pasts.stream().anyMatch(SettingsPast::unnoticed);
  }

  /// What counts in the place of some files: of an invalid one, which Claude Code passes over, what
  /// it said before; of one that it has not noticed, nothing.
  ///
  /// @param layers the files as they are
  Map<Path, Optional<byte[]>> insteadOf(List<SettingsLayer> layers) {
    var before = new HashMap<Path, Optional<byte[]>>();
    pasts.stream()
        .filter(SettingsPast::unnoticed)
        .forEach(past -> before.put(past.file(), Optional.empty()));
    for (var layer : layers) {
      if (layer.content() instanceof SettingsLayer.Content.Skipped) {
        lastValid(layer.file())
            .ifPresent(content -> before.putIfAbsent(layer.file(), content.content()));
      }
    }
    return before;
  }

  /// Variables that some file set since the beginning, and that none sets now, with the last value;
  /// without any credential.
  ///
  /// @param layers the files as they count now
  Map<String, String> variables(List<SettingsLayer> layers) {
    var texts = earlierTexts();
    var kept = new LinkedHashMap<String, String>();
    for (var name : RouteVariables.names()) {
      var key = SettingKey.env(name);
      if (layers.stream().noneMatch(layer -> sets(layer, key))) {
        texts.stream()
            .flatMap(text -> text.value(key).stream())
            .findFirst()
            .ifPresent(value -> kept.put(name, value.text()));
      }
    }
    return RouteVariables.withoutSecrets(kept);
  }

  private Optional<Earlier> lastValid(Path file) {
    return pasts.stream()
        .filter(past -> past.file().equals(file))
        .flatMap(past -> past.all().reversed().stream())
        .filter(content -> text(file, content).isPresent())
        .findFirst();
  }

  /// Newest first.
  private List<SettingsText> earlierTexts() {
    record Found(Earlier content, SettingsText text) {}
    var found = new ArrayList<Found>();
    for (var past : pasts) {
      for (var content : past.all()) {
        text(past.file(), content).ifPresent(text -> found.add(new Found(content, text)));
      }
    }
    return found.stream()
        .sorted(Comparator.comparing((Found one) -> one.content().at()).reversed())
        .map(Found::text)
        .toList();
  }

  private static boolean sets(SettingsLayer layer, SettingKey key) {
    return layer.content() instanceof SettingsLayer.Content.Loaded(var text)
        && text.value(key).isPresent();
  }

  private static Optional<SettingsText> text(Path file, Earlier content) {
    try {
      return content.content().isPresent()
          ? Optional.of(SettingsText.parseForReading(file, content.content().get()))
          : Optional.empty();
    } catch (PortException _) {
      // Claude Code passed it over too.
      return Optional.empty();
    }
  }
}
