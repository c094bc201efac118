package dev.switchyard.domain.route;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.route.EffectiveRoute.Credential;
import dev.switchyard.domain.route.text.SettingKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Which credentials leave with a request, and who brings them.
///
/// Source: measured on Claude Code 2.1.330, with a made-up credential in every place where one can
/// live. Each header has a rank of its own: `authorization` carries the token, or a key helper's
/// output, or a header of one's own, or the login; `x-api-key` carries a header of one's own, or
/// the key, or a key helper's output, or a key that a Console login has saved. So token and key
/// leave together, and a saved key leaves even when a token is set. Blanks alone count as nothing.
final class CredentialRule {
  static final SettingKey TOKEN = SettingKey.env("ANTHROPIC_AUTH_TOKEN");
  static final SettingKey KEY = SettingKey.env("ANTHROPIC_API_KEY");
  static final SettingKey HELPER = SettingKey.top("apiKeyHelper");
  static final SettingKey HEADERS = SettingKey.env("ANTHROPIC_CUSTOM_HEADERS");
  static final SettingKey OAUTH = SettingKey.env("CLAUDE_CODE_OAUTH_TOKEN");

  private static final String LOGIN = "login";
  private static final String AUTHORIZATION = "authorization";
  private static final String API_KEY = "x-api-key";

  /// @param kind what it is
  /// @param origin the key that brings it, or what Claude Code has stored
  /// @param layer who sets that key; DEFAULT for what is stored
  /// @param header the header that carries it, in lower case
  record Sent(Credential kind, String origin, Layer layer, String header) {}

  private final EffectiveSettings settings;
  private final Account account;
  private final Optional<Layer> urlLayer;
  private final Optional<RouteEndpoint> endpoint;

  /// @param urlLayer who decides where the requests go
  /// @param endpoint what the person has said about that server
  CredentialRule(
      EffectiveSettings settings,
      Account account,
      Optional<Layer> urlLayer,
      Optional<RouteEndpoint> endpoint) {
    this.settings = settings;
    this.account = account;
    this.urlLayer = urlLayer;
    this.endpoint = endpoint;
  }

  /// All that would be sent, one for each header.
  List<Sent> sent() {
    var own = customHeaders();
    var sent = new ArrayList<Sent>();
    first(
            List.of(
                given(TOKEN, AUTHORIZATION), given(HELPER, AUTHORIZATION), own(own, AUTHORIZATION)))
        .or(() -> given(KEY, API_KEY).isPresent() ? Optional.empty() : login())
        .ifPresent(sent::add);
    boolean byLogin = sent.stream().anyMatch(one -> isLogin(one.origin()));
    first(List.of(own(own, API_KEY), given(KEY, API_KEY), given(HELPER, API_KEY)))
        .or(() -> byLogin ? Optional.empty() : savedKey())
        .ifPresent(sent::add);
    own.stream()
        .filter(one -> !one.header().equals(AUTHORIZATION) && !one.header().equals(API_KEY))
        .forEach(sent::add);
    return sent;
  }

  /// What a cloud provider's own kit signs its requests with.
  static Sent ofProvider(EffectiveSettings settings, String name) {
    var layer = settings.env(name).map(EffectiveSettings.Source::layer).orElse(Layer.DEFAULT);
    return new Sent(Credential.CLOUD, name, layer, AUTHORIZATION);
  }

  /// Whether a key brings something that says nothing, be it sent or not.
  boolean isPlaceholder(SettingKey key) {
    return given(key, "").filter(one -> one.kind() == Credential.PLACEHOLDER).isPresent();
  }

  /// Whether Claude Code would rather ask for a login than send anything.
  static boolean isNone(List<Sent> sent) {
    return sent.stream()
        .noneMatch(one -> one.header().equals(AUTHORIZATION) || one.header().equals(API_KEY));
  }

  private Optional<Sent> login() {
    var oauth = given(OAUTH, AUTHORIZATION);
    return oauth.isPresent() || !account.loginStored()
        ? oauth
        : Optional.of(new Sent(Credential.CLOUD, LOGIN, Layer.DEFAULT, AUTHORIZATION));
  }

  private static boolean isLogin(String origin) {
    return origin.equals(LOGIN) || origin.equals(OAUTH.displayName());
  }

  private Optional<Sent> savedKey() {
    return account.consoleKeySaved().equals(Known.of(true))
        ? Optional.of(new Sent(Credential.CLOUD, "primaryApiKey", Layer.DEFAULT, API_KEY))
        : Optional.empty();
  }

  /// The headers that a person adds, one a line.
  private List<Sent> customHeaders() {
    return given(HEADERS, "").stream()
        .flatMap(one ->
            settings
                .value(HEADERS)
                .orElse("")
                .lines()
                .map(line -> line.split(":", 2)[0].strip().toLowerCase(Locale.ROOT))
                .map(name -> new Sent(one.kind(), one.origin(), one.layer(), name)))
        .toList();
  }

  private static Optional<Sent> own(List<Sent> headers, String name) {
    return headers.stream().filter(one -> one.header().equals(name)).findFirst();
  }

  private static Optional<Sent> first(List<Optional<Sent>> ranked) {
    return ranked.stream().flatMap(Optional::stream).findFirst();
  }

  private Optional<Sent> given(SettingKey key, String header) {
    return settings
        .winner(key)
        .filter(source -> !source.value().text().isBlank())
        .map(source -> new Sent(kind(key, source), key.displayName(), source.layer(), header));
  }

  private static boolean saysNothing(String helper) {
    return helper.matches("echo \\S+") && Placeholders.contains(helper.substring(5));
  }

  /// Whether it prints what the person keeps for exactly this server.
  private boolean isEndpoints(String helper) {
    return endpoint.stream()
        .flatMap(
            one -> Stream.concat(one.helper().stream(), one.word().map("echo "::concat).stream()))
        .anyMatch(helper::equals);
  }

  /// Whether the endpoint's own credential is what leaves, and nothing else.
  boolean isEndpointsOwn() {
    var sent = sent();
    boolean others = sent.stream().anyMatch(one -> one.kind() == Credential.CLOUD);
    boolean printed =
        settings
                .winner(HELPER)
                .filter(source -> isEndpoints(source.value().text().strip()))
                .isPresent()
            && settings.value(TOKEN).isEmpty();
    boolean wantsHelper = endpoint.flatMap(RouteEndpoint::helper).isPresent();
    return endpoint.isPresent() && !sent.isEmpty() && !others && (printed || !wantsHelper);
  }

  /// A credential is taken for the cloud's unless it says nothing, or was set in the same place as
  /// the address it goes to.
  private Credential kind(SettingKey key, EffectiveSettings.Source source) {
    var text = source.value().text().strip();
    boolean madeForEndpoint = urlLayer.filter(source.layer()::equals).isPresent();
    if (key.equals(HELPER)) {
      return saysNothing(text) || madeForEndpoint && isEndpoints(text)
          ? Credential.PLACEHOLDER
          : Credential.CLOUD;
    }
    if (Placeholders.contains(text)) {
      return Credential.PLACEHOLDER;
    }
    boolean anthropics = text.toLowerCase(Locale.ROOT).contains("sk-ant-");
    return madeForEndpoint && !anthropics && !key.equals(OAUTH)
        ? Credential.PLACEHOLDER
        : Credential.CLOUD;
  }
}
