package dev.switchyard.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What is to be known of endpoints that are tested, beside the rest.
final class HealthOptions {
  @Option(names = "--model", paramLabel = "MODEL", description = "${bundle:cli.endpoint.model}")
  private @Nullable String model;

  @Option(names = "--first-token", description = "${bundle:cli.endpoint.first-token}")
  private boolean firstToken;

  boolean areGiven() {
    return model != null || firstToken;
  }

  Optional<String> model() {
    return Optional.ofNullable(model);
  }

  boolean firstToken() {
    return firstToken;
  }
}
