package dev.switchyard.domain.route;

import static dev.switchyard.domain.route.RouteRow.Arrival.CLOUD;
import static dev.switchyard.domain.route.RouteRow.Arrival.LOCAL;
import static dev.switchyard.domain.route.RouteRow.Arrival.NOT_LOGGED_IN;
import static dev.switchyard.domain.route.RouteRow.Arrival.NOWHERE;
import static dev.switchyard.domain.route.RouteRow.row;

import java.util.List;

/// Which layer wins, key by key.
final class LayerRows {
  /// A route in the least that works.
  static final String HERE =
      "{'env':{'ANTHROPIC_BASE_URL':'$LOCAL','ANTHROPIC_AUTH_TOKEN':'ollama'}}";

  private static final String ELSEWHERE =
      "{'env':{'ANTHROPIC_BASE_URL':'$SECOND','ANTHROPIC_AUTH_TOKEN':'second'}}";

  private LayerRows() {}

  static List<RouteRow> rows() {
    return List.of(
        row("nothing is set anywhere").arrives(NOT_LOGGED_IN),
        row("the environment alone routes")
            .process("ANTHROPIC_BASE_URL=$LOCAL", "ANTHROPIC_AUTH_TOKEN=ollama")
            .arrives(LOCAL)
            .with("authorization: Bearer ollama")
            .warns("model-missing", "tiers-not-routed", "auto-mode"),
        row("the person's own settings beat the environment")
            .user(HERE)
            .process("ANTHROPIC_BASE_URL=$SECOND", "ANTHROPIC_AUTH_TOKEN=second")
            .arrives(LOCAL)
            .with("authorization: Bearer ollama"),
        row("the project's settings beat the person's")
            .project(HERE)
            .user(ELSEWHERE)
            .arrives(LOCAL)
            .with("authorization: Bearer ollama"),
        row("settings.local.json beats the project's settings")
            .local(HERE)
            .project(ELSEWHERE)
            .user(ELSEWHERE)
            .arrives(LOCAL)
            .with("authorization: Bearer ollama"),
        row("the administrator's settings beat all others")
            .managed(HERE)
            .local(ELSEWHERE)
            .project(ELSEWHERE)
            .user(ELSEWHERE)
            .process("ANTHROPIC_BASE_URL=$SECOND")
            .arrives(LOCAL)
            .with("authorization: Bearer ollama")
            .warns("managed-settings"),
        row("--settings beats everything below the administrator's")
            .flag(HERE)
            .local(ELSEWHERE)
            .project(ELSEWHERE)
            .user(ELSEWHERE)
            .arrives(LOCAL)
            .with("authorization: Bearer ollama"),
        row("the administrator's settings beat --settings")
            .managed(HERE)
            .flag(ELSEWHERE)
            .arrives(LOCAL)
            .with("authorization: Bearer ollama")
            .warns("managed-settings"),
        row("--settings with a file")
            .file("once.json", HERE)
            .flag("$ROOT/once.json")
            .project(ELSEWHERE)
            .arrives(LOCAL)
            .with("authorization: Bearer ollama"),
        row("--settings with a file, as seen from the folder")
            .file("once.json", HERE)
            .flag("../once.json")
            .project(ELSEWHERE)
            .arrives(LOCAL)
            .with("authorization: Bearer ollama"),
        row("a file of the administrator's drop-in folder counts too")
            .file("etc/managed-settings.d/10-team.json", HERE)
            .project(ELSEWHERE)
            .arrives(LOCAL)
            .with("authorization: Bearer ollama")
            .warns("managed-settings"),
        row("a drop-in file beats the administrator's main file")
            .managed(ELSEWHERE)
            .file("etc/managed-settings.d/10-team.json", HERE)
            .arrives(LOCAL)
            .with("authorization: Bearer ollama")
            .warns("managed-settings"),
        row("of two drop-in files the later name wins")
            .file("etc/managed-settings.d/20-later.json", HERE)
            .file("etc/managed-settings.d/10-team.json", ELSEWHERE)
            .arrives(LOCAL)
            .with("authorization: Bearer ollama"),
        row("other files in the drop-in folder do not count")
            .file("etc/managed-settings.d/.10-team.json", ELSEWHERE)
            .file("etc/managed-settings.d/10-team.txt", ELSEWHERE)
            .project(HERE)
            .arrives(LOCAL)
            .with("authorization: Bearer ollama"),
        row("a broken administrator's file keeps Claude Code from starting")
            .managed("{'env':{'ANTHROPIC_BASE_URL':'$SECOND'},}")
            .project(HERE)
            .arrives(NOWHERE)
            .with("authorization: Bearer ollama")
            .warns("managed-broken"),
        row("so does a broken drop-in file")
            .file("etc/managed-settings.d/10-team.json", "{,}")
            .project(HERE)
            .arrives(NOWHERE)
            .with("authorization: Bearer ollama")
            .warns("managed-broken"),
        row("an empty administrator's file is as none")
            .managed("")
            .project(HERE)
            .arrives(LOCAL)
            .with("authorization: Bearer ollama"),
        row("of an administrator's file only the wrong members are passed over")
            .managed("{'model':7," + HERE.substring(1))
            .project(ELSEWHERE)
            .arrives(LOCAL)
            .with("authorization: Bearer ollama")
            .warns("managed-settings"),
        row("an administrator's env that is a list is passed over")
            .managed("{'env':[]}")
            .project(HERE)
            .arrives(LOCAL)
            .with("authorization: Bearer ollama"),
        row("an administrator who asks for a login allows no server of one's own")
            .managed("{'forceLoginMethod':'claudeai'}")
            .project(HERE)
            .arrives(NOWHERE)
            .with("authorization: Bearer ollama")
            .warns("managed-forbids"),
        row("an administrator's list of providers without servers of one's own")
            .managed("{'allowedProviders':['bedrock']}")
            .project(HERE)
            .arrives(NOWHERE)
            .with("authorization: Bearer ollama")
            .warns("managed-forbids"),
        row("--setting-sources is not asked about: this is what the table means by all sources")
            .project(HERE)
            .arguments("--setting-sources", "user,project,local")
            .arrives(LOCAL)
            .with("authorization: Bearer ollama"),
        row("layers are merged key by key")
            .local("{'env':{'ANTHROPIC_BASE_URL':'$LOCAL'}}")
            .project("{'env':{'ANTHROPIC_AUTH_TOKEN':'ollama'}}")
            .user("{'env':{'ANTHROPIC_MODEL':'from-user','ANTHROPIC_AUTH_TOKEN':'second'}}")
            .arrives(LOCAL)
            .asking("from-user")
            .with("authorization: Bearer ollama"),
        row("an empty address cancels a weaker one")
            .project("{'env':{'ANTHROPIC_BASE_URL':'','ANTHROPIC_AUTH_TOKEN':''}}")
            .user(HERE)
            .process("ANTHROPIC_API_KEY=$KEY")
            .arrives(CLOUD)
            .with("x-api-key: $KEY")
            .warns("url-cancelled"),
        row("the guide's way to the cloud does not leave the local server")
            .project(HERE)
            .process("ANTHROPIC_BASE_URL=", "ANTHROPIC_API_KEY=$KEY")
            .arrives(LOCAL)
            .with("authorization: Bearer ollama", "x-api-key: $KEY")
            .warns("credential-leak"));
  }
}
