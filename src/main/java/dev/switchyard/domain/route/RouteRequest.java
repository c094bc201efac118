package dev.switchyard.domain.route;

import dev.switchyard.domain.route.option.RouteOptions;
import java.nio.file.Path;
import java.util.Optional;

/// A person's wish for a project, or for the default of all.
///
/// @param folder the project; for the USER scope the home folder
/// @param choice what it is to be
/// @param scope which file to write; empty for the shared one, and for whatever was written when
///   switching away from local
/// @param local where to and with what, when the choice is LOCAL
/// @param blanksIn where to cancel what another layer routes, when the choice is CLOUD and no scope
///   is named
/// @param cloudModel one of Anthropic's models to start with, when the choice is CLOUD
public record RouteRequest(
    Path folder,
    RouteChoice choice,
    Optional<Scope> scope,
    Optional<LocalTarget> local,
    Optional<String> cloudModel,
    Scope blanksIn) {
  /// Where a local route goes.
  ///
  /// @param baseUrl the server, such as `http://localhost:11434`
  /// @param model the model
  /// @param contextTokens the context length to tell Claude Code, in tokens
  /// @param options what the person chooses of its options; the rest stays as it was chosen
  ///   earlier, or is as usual
  /// @param endpoint what the person has said about that server
  public record LocalTarget(
      String baseUrl,
      String model,
      int contextTokens,
      RouteOptions options,
      Optional<RouteEndpoint> endpoint) {
    /// To a server that nobody has named.
    public LocalTarget(String baseUrl, String model, int contextTokens, RouteOptions options) {
      this(baseUrl, model, contextTokens, options, Optional.empty());
    }

    public LocalTarget(String baseUrl, String model, int contextTokens) {
      this(baseUrl, model, contextTokens, RouteOptions.UNNAMED);
    }

    /// The same server with another model.
    public LocalTarget of(String otherModel, int otherContext) {
      return new LocalTarget(baseUrl, otherModel, otherContext, options, endpoint);
    }

    public LocalTarget with(RouteOptions others) {
      return new LocalTarget(baseUrl, model, contextTokens, others, endpoint);
    }

    public LocalTarget with(Optional<RouteEndpoint> known) {
      return new LocalTarget(baseUrl, model, contextTokens, options, known);
    }
  }

  public RouteRequest {
    if ((choice == RouteChoice.LOCAL) != local.isPresent()) {
      throw new IllegalArgumentException("a target belongs to a local route, and only to one");
    }
  }

  /// Whether it is about the default of all projects.
  public boolean isDefault() {
    return scope.filter(Scope.USER::equals).isPresent();
  }

  public static RouteRequest local(Path folder, Optional<Scope> scope, LocalTarget target) {
    return new RouteRequest(
        folder, RouteChoice.LOCAL, scope, Optional.of(target), Optional.empty(), Scope.PROJECT);
  }

  public static RouteRequest cloud(Path folder, Optional<Scope> scope, Optional<String> model) {
    return new RouteRequest(
        folder, RouteChoice.CLOUD, scope, Optional.empty(), model, Scope.PROJECT);
  }

  public static RouteRequest inherit(Path folder, Optional<Scope> scope) {
    return new RouteRequest(
        folder, RouteChoice.INHERIT, scope, Optional.empty(), Optional.empty(), Scope.PROJECT);
  }

  /// The same, with blanks in another file than the shared one.
  public RouteRequest withBlanksIn(Scope file) {
    return new RouteRequest(folder, choice, scope, local, cloudModel, file);
  }

  /// The same, with other options of a local route.
  public RouteRequest with(RouteOptions options) {
    return new RouteRequest(
        folder, choice, scope, local.map(target -> target.with(options)), cloudModel, blanksIn);
  }

  boolean isDefaultRoute() {
    return scope.filter(Scope.USER::equals).isPresent();
  }
}
