package dev.switchyard.domain.route;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.route.EffectiveRoute.Credential;
import dev.switchyard.domain.route.text.SettingKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Which credentials leave with a request, and who brings them.
///
/// Source: measured on Claude Code 2.1.330, with a made-up credential in every place where one can
/// live. A token and a key leave together when both are set; a key helper's output replaces what is
/// stored; a saved Console key leaves even when token and key are set, unless a key helper or a key
/// stands in its place.
final class CredentialRule {
  static final SettingKey TOKEN = SettingKey.env("ANTHROPIC_AUTH_TOKEN");
  static final SettingKey KEY = SettingKey.env("ANTHROPIC_API_KEY");
  static final SettingKey HELPER = SettingKey.top("apiKeyHelper");
  static final SettingKey HEADERS = SettingKey.env("ANTHROPIC_CUSTOM_HEADERS");
  static final SettingKey OAUTH = SettingKey.env("CLAUDE_CODE_OAUTH_TOKEN");

  /// @param kind what it is
  /// @param origin the key that brings it, or what Claude Code has stored
  /// @param layer who sets that key; DEFAULT for what is stored
  record Sent(Credential kind, String origin, Layer layer) {}

  private final EffectiveSettings settings;
  private final Account account;
  private final Optional<Layer> urlLayer;

  /// @param urlLayer who decides where the requests go
  CredentialRule(EffectiveSettings settings, Account account, Optional<Layer> urlLayer) {
    this.settings = settings;
    this.account = account;
    this.urlLayer = urlLayer;
  }

  /// All that would be sent.
  List<Sent> sent() {
    var sent = new ArrayList<Sent>();
    var token = given(TOKEN);
    var key = given(KEY);
    var helper = given(HELPER);
    token.ifPresent(sent::add);
    key.ifPresent(sent::add);
    helper.ifPresent(sent::add);
    given(HEADERS).ifPresent(sent::add);
    if (account.consoleKeySaved().equals(Known.of(true)) && key.isEmpty() && helper.isEmpty()) {
      sent.add(new Sent(Credential.CLOUD, "primaryApiKey", Layer.DEFAULT));
    }
    if (token.isEmpty() && key.isEmpty() && helper.isEmpty()) {
      given(OAUTH).ifPresent(sent::add);
      if (account.loginStored()) {
        sent.add(new Sent(Credential.CLOUD, "login", Layer.DEFAULT));
      }
    }
    return sent;
  }

  private Optional<Sent> given(SettingKey key) {
    return settings
        .winner(key)
        .filter(source -> !source.value().text().isEmpty())
        .map(source -> new Sent(kind(key, source), key.displayName(), source.layer()));
  }

  /// A credential is taken for the cloud's unless it says nothing, or was set in the same place as
  /// the address it goes to.
  private Credential kind(SettingKey key, EffectiveSettings.Source source) {
    var text = source.value().text().strip();
    if (key.equals(HELPER)) {
      return text.matches("echo \\S+") && Placeholders.contains(text.substring(5))
          ? Credential.PLACEHOLDER
          : Credential.CLOUD;
    }
    if (Placeholders.contains(text)) {
      return Credential.PLACEHOLDER;
    }
    boolean madeForEndpoint = urlLayer.filter(source.layer()::equals).isPresent();
    boolean anthropics = text.toLowerCase(Locale.ROOT).contains("sk-ant-");
    return madeForEndpoint && !anthropics && !key.equals(OAUTH)
        ? Credential.PLACEHOLDER
        : Credential.CLOUD;
  }
}
