package dev.switchyard.domain.route;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// One row of the table: what stands where, how Claude Code is started, and where its request then
/// arrives, asking for which model, with which credentials.
///
/// Texts may hold `$LOCAL`, `$SECOND` and `$SIXTH` for the addresses of servers on this machine,
/// `$PORT` for the port of the first, `$OTHER` for a gateway elsewhere, `$PROXY` for a proxy, and
/// `$KEY` for a person's real credential. JSON is written with single quotes.
final class RouteRow {
  /// A person's real credential, as far as anybody can tell from its looks.
  static final String KEY = "sk-ant-made-up";

  static final String MANAGED = "etc/managed-settings.json";
  static final String USER = "home/.claude/settings.json";

  /// What a stored login looks like.
  static final String LOGIN =
      """
      {'claudeAiOauth':{'accessToken':'$KEY','refreshToken':'$KEY','expiresAt':4102444800000,\
      'scopes':['user:inference','user:profile'],'subscriptionType':'max'}}\
      """;

  /// @param charset how the text is written into the file
  record Content(String text, Charset charset) {}

  /// Where a request arrives.
  enum Arrival {
    LOCAL(Destination.LOCAL),
    /// Another server of this machine.
    SECOND(Destination.LOCAL),
    /// The one that listens on IPv6.
    SIXTH(Destination.LOCAL),
    /// At a proxy, in clear, although it was meant for the local server.
    PROXY(Destination.LOCAL),
    OTHER(Destination.OTHER),
    /// At a proxy, in clear, although it was meant for another host.
    PROXY_FOR_OTHER(Destination.OTHER),
    CLOUD(Destination.CLOUD),
    /// At a cloud provider's own address.
    PROVIDER(Destination.CLOUD),
    /// Nothing is sent, since the cloud is not asked without a credential.
    NOT_LOGGED_IN(Destination.CLOUD),
    /// Nothing is sent to the local server either.
    LOCAL_NOT_LOGGED_IN(Destination.LOCAL),
    /// Nothing is sent, since the address is none or Claude Code does not start.
    NOWHERE(Destination.UNUSABLE);

    private final Destination said;

    Arrival(Destination said) {
      this.said = said;
    }

    /// How the resolver calls it.
    Destination said() {
      return said;
    }

    boolean isSent() {
      return this != NOT_LOGGED_IN && this != LOCAL_NOT_LOGGED_IN && this != NOWHERE;
    }
  }

  private final String name;
  private final Map<String, Content> files = new LinkedHashMap<>();
  private final Set<String> repositories = new LinkedHashSet<>();
  private final Map<String, String> worktrees = new LinkedHashMap<>();
  private final Map<String, String> links = new LinkedHashMap<>();
  private final Map<String, Optional<String>> process = new LinkedHashMap<>();
  private final Set<String> headers = new TreeSet<>();
  private final Set<String> problems = new TreeSet<>();
  private String folder = "project";
  private List<String> arguments = List.of();
  private @Nullable String flag;
  private @Nullable String chosenModel;
  private @Nullable String earlierModel;
  private Arrival arrival = Arrival.NOWHERE;
  private boolean feared;
  private @Nullable String path;
  private @Nullable String asked;
  private @Nullable String said;

  private RouteRow(String name) {
    this.name = name;
  }

  static RouteRow row(String name) {
    return new RouteRow(name);
  }

  RouteRow managed(String json) {
    return file(MANAGED, json);
  }

  RouteRow local(String json) {
    return file("project/.claude/settings.local.json", json);
  }

  RouteRow project(String json) {
    return file("project/.claude/settings.json", json);
  }

  RouteRow user(String json) {
    return file(USER, json);
  }

  /// What Claude Code itself has stored.
  RouteRow data(String json) {
    return file("home/.claude.json", json);
  }

  RouteRow login() {
    return file("home/.claude/.credentials.json", LOGIN);
  }

  /// @param file below the row's own folder
  RouteRow file(String file, String json) {
    return file(file, json, StandardCharsets.UTF_8);
  }

  RouteRow file(String file, String json, Charset charset) {
    files.put(file, new Content(json.replace('\'', '"'), charset));
    return this;
  }

  /// @param variables each `NAME=value`, or `NAME` alone to take one away
  RouteRow process(String... variables) {
    for (var variable : variables) {
      var equals = variable.indexOf('=');
      process.put(
          equals < 0 ? variable : variable.substring(0, equals),
          equals < 0 ? Optional.empty() : Optional.of(variable.substring(equals + 1)));
    }
    return this;
  }

  /// The root of a git repository.
  RouteRow git(String folder) {
    repositories.add(folder);
    return this;
  }

  /// Another checkout of a repository.
  RouteRow worktree(String folder, String main) {
    repositories.add(main);
    worktrees.put(folder, main);
    return this;
  }

  RouteRow link(String link, String target) {
    links.put(link, target);
    return this;
  }

  RouteRow startedIn(String where) {
    folder = where;
    return this;
  }

  RouteRow arguments(String... words) {
    arguments = List.of(words);
    return this;
  }

  /// What follows `--settings`.
  RouteRow flag(String settings) {
    flag = settings.replace('\'', '"');
    return this;
  }

  /// What follows `--model`.
  RouteRow chosen(String model) {
    chosenModel = model;
    return this;
  }

  /// The session goes on that was begun with another `--model`.
  RouteRow resumed(String model) {
    earlierModel = model;
    return this;
  }

  RouteRow arrives(Arrival where) {
    arrival = where;
    return this;
  }

  /// @param where the path of the request, where it is not the usual one
  RouteRow at(String where) {
    path = where;
    return this;
  }

  /// The model that the request asks for; without, it is one of Claude Code's own.
  RouteRow asking(String model) {
    asked = model;
    return this;
  }

  /// What the resolver calls that model, where a name stands for another one.
  RouteRow saying(String model) {
    said = model;
    return this;
  }

  /// @param lines the headers that carry a credential, `name: value`
  RouteRow with(String... lines) {
    headers.addAll(Arrays.asList(lines));
    return this;
  }

  /// @param ids problems that the resolver names, among others
  RouteRow warns(String... ids) {
    problems.addAll(Arrays.asList(ids));
    return this;
  }

  /// The resolver cannot know that nothing leaks, and says that it may.
  RouteRow feared() {
    feared = true;
    return this;
  }

  boolean isFeared() {
    return feared;
  }

  String name() {
    return name;
  }

  Map<String, Content> files() {
    return files;
  }

  Set<String> repositories() {
    return repositories;
  }

  Map<String, String> worktrees() {
    return worktrees;
  }

  Map<String, String> links() {
    return links;
  }

  Map<String, Optional<String>> process() {
    return process;
  }

  String folder() {
    return folder;
  }

  List<String> arguments() {
    return arguments;
  }

  Optional<String> flag() {
    return Optional.ofNullable(flag);
  }

  Optional<String> chosenModel() {
    return Optional.ofNullable(chosenModel);
  }

  Optional<String> earlierModel() {
    return Optional.ofNullable(earlierModel);
  }

  boolean isManaged() {
    return files.keySet().stream().anyMatch(file -> file.startsWith("etc/"));
  }

  Arrival arrival() {
    return arrival;
  }

  String path() {
    return path == null ? "/v1/messages" : path;
  }

  Optional<String> asked() {
    return Optional.ofNullable(asked);
  }

  Optional<String> said() {
    return Optional.ofNullable(said).or(this::asked);
  }

  Set<String> headers() {
    return headers;
  }

  Set<String> problems() {
    return problems;
  }

  /// For the test's own name.
  @Override
  public String toString() {
    return name;
  }
}
