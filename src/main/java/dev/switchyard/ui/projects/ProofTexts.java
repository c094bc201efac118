package dev.switchyard.ui.projects;

import dev.switchyard.domain.probe.Difference;
import dev.switchyard.domain.probe.Proof;
import dev.switchyard.domain.route.Layer;
import dev.switchyard.ui.text.Durations;
import dev.switchyard.ui.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.format.FormatStyle;

/// What is said of a proof.
///
/// @param texts renders them
record ProofTexts(Texts texts) {
  /// For a row of the table.
  String inShort(Proof proof) {
    if (proof.proven()) {
      return texts.text("projects.proven", at(proof.at(), FormatStyle.SHORT));
    }
    return proof.differences().stream()
        .findFirst()
        .map(difference -> texts.text("projects.disproven", layer(difference)))
        .orElseGet(() -> texts.text("projects.half-proven"));
  }

  /// The same with everything that it holds for.
  String inFull(Proof proof) {
    var at = at(proof.at(), FormatStyle.MEDIUM);
    if (proof.proven()) {
      return texts.text("verify.state.proven", at, proof.claudeVersion());
    }
    return proof.differences().isEmpty()
        ? texts.text("verify.state.half")
        : texts.text("verify.state.different", at, proof.claudeVersion());
  }

  String layer(Difference difference) {
    return difference.layer().map(this::layer).orElseGet(() -> texts.text("verify.by-server"));
  }

  private String layer(Layer layer) {
    return layer == Layer.DEFAULT
        ? texts.text("verify.by-default")
        : texts.text("projects.layer." + layer.wireName());
  }

  String duration(Duration duration) {
    return texts.text(Durations.exact(duration));
  }

  private String at(Instant instant, FormatStyle date) {
    return texts.at(instant, date, FormatStyle.SHORT);
  }
}
