package dev.switchyard.domain.endpoint.profile;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointKind;
import dev.switchyard.domain.endpoint.EndpointUrl;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// An endpoint as a person has typed it so far, and what is wrong with each part of it.
///
/// @param kind empty where it is not said yet
/// @param caFile a path; nothing for none
/// @param connectSeconds a whole number
/// @param answerSeconds a whole number
public record EndpointDraft(
    String address,
    String name,
    Optional<EndpointKind> kind,
    TokenSource token,
    String caFile,
    String connectSeconds,
    String answerSeconds) {
  /// What can be wrong by itself.
  public enum Part {
    ADDRESS,
    NAME,
    KIND,
    TOKEN,
    CA_FILE,
    LIMITS
  }

  @FunctionalInterface
  private interface Check {
    Object run() throws PortException;
  }

  /// The reasons never quote what may be a secret.
  ///
  /// @return nothing for parts that are as they may be
  public Map<Part, Message> problems() {
    var problems = new EnumMap<Part, Message>(Part.class);
    note(problems, Part.ADDRESS, this::url);
    note(problems, Part.NAME, () -> EndpointProfile.checkedName(name));
    note(problems, Part.KIND, this::saidKind);
    note(problems, Part.TOKEN, () -> TokenRules.checked(token));
    note(problems, Part.CA_FILE, () -> EndpointProfile.checkedCa(path()));
    note(problems, Part.LIMITS, () -> EndpointProfile.checkedLimits(limits()));
    return Collections.unmodifiableMap(problems);
  }

  private static void note(Map<Part, Message> problems, Part part, Check check) {
    try {
      check.run();
    } catch (PortException e) {
      problems.put(part, e.text());
    }
  }

  /// @throws PortException REFUSED with the first of the problems
  public EndpointProfile profile() throws PortException {
    return EndpointProfile.of(name, saidKind(), url(), token, path(), limits());
  }

  /// @throws PortException REFUSED where what is typed is no address
  public EndpointUrl url() throws PortException {
    if (address.isBlank()) {
      throw refused("endpoint.url.form");
    }
    return EndpointUrl.read(address);
  }

  private EndpointKind saidKind() throws PortException {
    return kind.orElseThrow(() -> refused("endpoint.draft.kind"));
  }

  private Optional<Path> path() throws PortException {
    try {
      return caFile.isBlank() ? Optional.empty() : Optional.of(Path.of(caFile.strip()));
    } catch (InvalidPathException _) {
      throw refused("endpoint.profile.ca");
    }
  }

  private TimeLimits limits() throws PortException {
    return new TimeLimits(seconds(connectSeconds), seconds(answerSeconds));
  }

  private static Duration seconds(String text) throws PortException {
    try {
      return Duration.ofSeconds(Integer.parseInt(text.strip()));
    } catch (NumberFormatException _) {
      throw refused("endpoint.profile.limits");
    }
  }

  private static PortException refused(String key) {
    return new PortException(PortException.Kind.REFUSED, Message.of(key));
  }
}
