package dev.switchyard.ui.models;

import dev.switchyard.domain.capability.ModelReadiness;
import dev.switchyard.domain.capability.Standing;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.domain.model.ModelName;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// One row of the table.
///
/// @param loaded where it is in memory, empty while it is not
/// @param readiness whether Claude Code can work with it, as far as that was measured
public record ModelRow(
    InstalledModel model, Optional<LoadedModel> loaded, ModelReadiness readiness) {
  private static final Pattern COUNT = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)([KMBT]?)");

  static ModelRow of(InstalledModel model, Iterable<LoadedModel> loaded, Standing standing) {
    Optional<LoadedModel> own = Optional.empty();
    for (var each : loaded) {
      if (each.name().equals(model.name())) {
        own = Optional.of(each);
      }
    }
    return new ModelRow(model, own, ModelReadiness.of(model, standing));
  }

  public ModelName name() {
    return model.name();
  }

  /// The server's text, such as `25.2B` or `137M`, as a number to sort by; 0 where there is none.
  double parameterCount() {
    var match = COUNT.matcher(model.parameterSize());
    if (!match.matches()) {
      return 0;
    }
    return Double.parseDouble(match.group(1)) * Math.pow(1000, 1 + "KMBT".indexOf(match.group(2)));
  }

  /// Whether the row has all the words that the filter names, in its name, family, quantization or
  /// capabilities.
  boolean matches(String filter) {
    var text =
        String.join(
                " ",
                model.name().toString(),
                model.family(),
                model.quantization(),
                model.parameterSize(),
                model.capabilities().toOptional().map(Object::toString).orElse(""))
            .toLowerCase(Locale.ROOT);
    for (var word : filter.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
      if (!text.contains(word)) {
        return false;
      }
    }
    return true;
  }
}
