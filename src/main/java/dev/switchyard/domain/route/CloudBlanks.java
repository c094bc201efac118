package dev.switchyard.domain.route;

import dev.switchyard.domain.route.text.JsonLiterals;
import dev.switchyard.domain.route.text.Section;
import dev.switchyard.domain.route.text.SettingKey;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What has to be blanked so that requests go to the cloud although some layer routes them
/// elsewhere: exactly what does so, and nothing that would hide a person's own credential.
final class CloudBlanks {
  /// Works with every account, and is what Claude Code's own alias for its everyday model is.
  static final String MODEL = "sonnet";

  private static final String BLANK = JsonLiterals.text("");
  private static final SettingKey TOP_MODEL = SettingKey.top("model");
  private static final SettingKey BASE_URL = SettingKey.env("ANTHROPIC_BASE_URL");

  private final Resolution route;
  private final Map<SettingKey, Optional<String>> blanks = new LinkedHashMap<>();
  private final Set<Layer> routing = EnumSet.noneOf(Layer.class);

  private CloudBlanks(Resolution route) {
    this.route = route;
  }

  /// @param route the route as it is without keys of ours
  /// @param model what to start with where a layer names a model that the cloud does not have
  static Map<SettingKey, Optional<String>> of(Resolution route, Optional<String> model) {
    var blanks = new CloudBlanks(route);
    if (route.provider().isEmpty()) {
      blanks.find();
    }
    if (blanks.blanks.containsKey(TOP_MODEL) || model.isPresent()) {
      blanks.blanks.put(TOP_MODEL, Optional.of(JsonLiterals.text(model.orElse(MODEL))));
    }
    return blanks.blanks;
  }

  /// Those of the blanks that a file of one layer can make count; none where it cannot bring the
  /// requests to the cloud.
  static Map<SettingKey, Optional<String>> effective(
      Map<SettingKey, Optional<String>> blanks, Resolution route, Layer layer) {
    var effective = new LinkedHashMap<>(blanks);
    effective.keySet().removeIf(key -> isStronger(route, key, layer));
    return blanks.containsKey(BASE_URL) && !effective.containsKey(BASE_URL) ? Map.of() : effective;
  }

  private static boolean isStronger(Resolution route, SettingKey key, Layer layer) {
    return route
        .settings()
        .winner(key)
        .filter(source -> source.layer().compareTo(layer) < 0)
        .isPresent();
  }

  private void find() {
    var keys = RouteKeys.ALL.stream().filter(RouteKey::cancelled).map(RouteKey::key).toList();
    keys.forEach(this::blankIfItRoutes);
    keys.forEach(this::blankIfItAccompanies);
  }

  private void blankIfItRoutes(SettingKey key) {
    route
        .settings()
        .winner(key)
        .filter(source -> routesElsewhere(key, source))
        .ifPresent(source -> {
          routing.add(source.layer());
          blanks.put(key, Optional.of(BLANK));
        });
  }

  /// Limits and switches do not route, but were made for the server that the same layer routes to.
  private void blankIfItAccompanies(SettingKey key) {
    boolean plain =
        key.section() == Section.ENV
            && !isCredential(key)
            && !isModel(key)
            && !key.equals(BASE_URL)
            && !key.name().startsWith("CLAUDE_CODE_USE_");
    route
        .settings()
        .winner(key)
        .filter(
            source -> plain && routing.contains(source.layer()) && !source.value().text().isEmpty())
        .ifPresent(_ -> blanks.put(key, Optional.of(BLANK)));
  }

  private boolean routesElsewhere(SettingKey key, EffectiveSettings.Source source) {
    var value = source.value().text();
    if (value.isEmpty()) {
      return false;
    }
    if (key.equals(BASE_URL)) {
      return BaseUrl.parse(value).destination() != Destination.CLOUD;
    }
    if (isCredential(key)) {
      return route.credentials().isPlaceholder(key);
    }
    return isModel(key) && !ModelChoice.meansClaude(value) && !value.equals("inherit");
  }

  private static boolean isCredential(SettingKey key) {
    return RouteResolver.SECRET.contains(key);
  }

  private static boolean isModel(SettingKey key) {
    return key.equals(TOP_MODEL) || key.section() == Section.ENV && key.name().endsWith("_MODEL");
  }
}
