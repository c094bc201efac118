package dev.switchyard.domain.route;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.endpoint.profile.TokenSource;
import dev.switchyard.domain.localonly.LocalOnly;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Where Claude Code started in a folder would send its requests, as far as its settings tell.
///
/// @param folder the folder asked about
/// @param destination where the requests go
/// @param baseUrl the URL that wins; empty text where Claude Code's own default is used
/// @param model the model that wins, empty where Claude Code's own default is used
/// @param credential which kind of credential is sent
/// @param values every routing key that is set somewhere, with its winner; insertion order is for
///   display
/// @param problems what is wrong or surprising, most serious first
/// @param endpoint the endpoint of that address that the person has named
/// @param localOnly what the folder's requests may reach, where the person has limited that
public record EffectiveRoute(
    Path folder,
    Destination destination,
    String baseUrl,
    Optional<String> model,
    Credential credential,
    Map<String, Setting> values,
    List<Problem> problems,
    Optional<RouteEndpoint> endpoint,
    Optional<LocalOnly> localOnly) {
  /// Stands in place of a credential's value.
  public static final String HIDDEN = "••••••";

  /// All that is said about one key.
  ///
  /// @param decides what counts
  /// @param overruled what else sets the key, strongest first
  public record Setting(Source decides, List<Source> overruled) {
    public Setting {
      overruled = List.copyOf(overruled);
    }

    /// The value in force, as Claude Code uses it.
    public String value() {
      return decides.value();
    }

    /// The layer that decides.
    public Layer winner() {
      return decides.layer();
    }
  }

  /// One place that sets a key.
  ///
  /// @param layer how strong it is
  /// @param value as Claude Code would use it; [#HIDDEN] for a credential
  /// @param origin where it stands
  public record Source(Layer layer, String value, Origin origin) {}

  /// @param id stable name for scripts, such as `settings-invalid`
  /// @param severity how bad
  /// @param layer the layer that did it, where that is one whose values are not in force
  public record Problem(String id, Severity severity, Message text, Optional<Layer> layer) {
    public Problem(String id, Severity severity, Message text) {
      this(id, severity, text, Optional.empty());
    }
  }

  /// How much a problem matters: an error means that requests do not go where the settings seem to
  /// say.
  public enum Severity {
    INFO,
    WARNING,
    ERROR
  }

  /// What kind of credential leaves with a request. Values are never kept.
  public enum Credential {
    PLACEHOLDER,
    CLOUD,
    NONE
  }

  /// To a server that nobody has named.
  public EffectiveRoute(
      Path folder,
      Destination destination,
      String baseUrl,
      Optional<String> model,
      Credential credential,
      Map<String, Setting> values,
      List<Problem> problems) {
    this(
        folder,
        destination,
        baseUrl,
        model,
        credential,
        values,
        problems,
        Optional.empty(),
        Optional.empty());
  }

  /// The same with more problems, still most serious first.
  EffectiveRoute with(List<Problem> more) {
    var all =
        Stream.concat(more.stream(), problems.stream())
            .sorted(Comparator.comparing(Problem::severity).reversed())
            .toList();
    return new EffectiveRoute(
        folder, destination, baseUrl, model, credential, values, all, endpoint, localOnly);
  }

  /// The layer that decides a key, such as `ANTHROPIC_BASE_URL`; DEFAULT where nothing sets it.
  public Layer winner(String key) {
    var setting = values.get(key);
    return setting == null ? Layer.DEFAULT : setting.winner();
  }

  /// The first problem with an id, such as `settings-invalid`.
  public Optional<Problem> problem(String id) {
    return problems.stream().filter(problem -> problem.id().equals(id)).findFirst();
  }

  /// Where the credential comes from that leaves with a request; empty where it is not the one that
  /// belongs to an endpoint with a name.
  public Optional<TokenSource> credentialSource() {
    return endpoint
        .filter(_ -> credential == Credential.PLACEHOLDER)
        .filter(_ -> problem(CredentialProblems.OTHER_TOKEN).isEmpty())
        .map(known -> known.profile().token());
  }

  /// Why nothing may be sent along this route: its project is local only and the route leaves it,
  /// or nobody can say whether it is.
  public Optional<Message> forbidden() {
    return problem(LocalOnlyProblems.ID).or(() -> problem("local-only-unknown")).map(Problem::text);
  }

  public boolean hasErrors() {
    return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
  }
}
