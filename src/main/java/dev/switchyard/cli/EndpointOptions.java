package dev.switchyard.cli;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointKind;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.detect.Detection;
import dev.switchyard.domain.endpoint.profile.EndpointProfile;
import dev.switchyard.domain.endpoint.profile.TimeLimits;
import dev.switchyard.domain.endpoint.profile.TokenSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What a person says about an endpoint that is added.
final class EndpointOptions {
  @Option(names = "--kind", paramLabel = "KIND", description = "${bundle:cli.endpoint.kind}")
  private @Nullable String kind;

  @Option(names = "--token", paramLabel = "WORD", description = "${bundle:cli.endpoint.token}")
  private @Nullable String token;

  @Option(
      names = "--token-env",
      paramLabel = "VARIABLE",
      description = "${bundle:cli.endpoint.token-env}")
  private @Nullable String variable;

  @Option(
      names = "--token-command",
      paramLabel = "COMMAND",
      description = "${bundle:cli.endpoint.token-command}")
  private @Nullable String command;

  @Option(names = "--ca", paramLabel = "FILE", description = "${bundle:cli.endpoint.ca}")
  private @Nullable Path authorities;

  @Option(
      names = "--connect-seconds",
      paramLabel = "SECONDS",
      description = "${bundle:cli.endpoint.connect-seconds}")
  private @Nullable Integer connectSeconds;

  @Option(
      names = "--answer-seconds",
      paramLabel = "SECONDS",
      description = "${bundle:cli.endpoint.answer-seconds}")
  private @Nullable Integer answerSeconds;

  @Option(names = "--replace", description = "${bundle:cli.endpoint.replace}")
  private boolean replace;

  /// Finds out what answers at the address.
  @FunctionalInterface
  interface Question {
    Detection ask() throws PortException;
  }

  boolean areGiven() {
    return replace
        || kind != null
        || authorities != null
        || connectSeconds != null
        || answerSeconds != null
        || !sources().isEmpty();
  }

  boolean replace() {
    return replace;
  }

  /// @param question asked where the person does not say what kind it is
  EndpointProfile profile(String name, EndpointUrl url, Question question) throws PortException {
    var sources = sources();
    if (sources.size() > 1) {
      throw new WrongUsage("cli.endpoint.one-token");
    }
    return EndpointProfile.of(
        name,
        kind == null ? detected(question.ask()) : named(kind),
        url,
        sources.isEmpty() ? new TokenSource.None() : sources.getFirst(),
        Optional.ofNullable(authorities).map(Path::toAbsolutePath).map(Path::normalize),
        new TimeLimits(
            seconds(connectSeconds, TimeLimits.USUAL.connect()),
            seconds(answerSeconds, TimeLimits.USUAL.answer())));
  }

  private static Duration seconds(@Nullable Integer wanted, Duration usual) {
    return wanted == null ? usual : Duration.ofSeconds(wanted);
  }

  private List<TokenSource> sources() {
    var sources = new ArrayList<TokenSource>();
    if (token != null) {
      sources.add(new TokenSource.Literal(token));
    }
    if (variable != null) {
      sources.add(new TokenSource.Variable(variable));
    }
    if (command != null) {
      sources.add(new TokenSource.Command(command));
    }
    return sources;
  }

  private static EndpointKind named(String id) {
    return EndpointKind.of(id)
        .orElseThrow(() ->
            new WrongUsage("endpoint.profile.kind", id, String.join(", ", EndpointKind.ids())));
  }

  /// A guess is not written down as what the person has.
  private static EndpointKind detected(Detection detection) throws PortException {
    return detection
        .kind()
        .toOptional()
        .filter(_ -> detection.certainty() != Detection.Certainty.GUESS)
        .orElseThrow(() ->
            new PortException(
                PortException.Kind.REFUSED,
                Message.of(
                    "cli.endpoint.kind-unknown",
                    detection.url().toString(),
                    String.join(", ", EndpointKind.ids()))));
  }
}
