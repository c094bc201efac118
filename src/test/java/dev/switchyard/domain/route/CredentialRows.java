package dev.switchyard.domain.route;

import static dev.switchyard.domain.route.RouteRow.Arrival.CLOUD;
import static dev.switchyard.domain.route.RouteRow.Arrival.LOCAL;
import static dev.switchyard.domain.route.RouteRow.Arrival.LOCAL_NOT_LOGGED_IN;
import static dev.switchyard.domain.route.RouteRow.Arrival.NOT_LOGGED_IN;
import static dev.switchyard.domain.route.RouteRow.Arrival.OTHER;
import static dev.switchyard.domain.route.RouteRow.row;

import java.util.List;

/// Which credentials leave with a request.
final class CredentialRows {
  private static final String ADDRESS = "{'env':{'ANTHROPIC_BASE_URL':'$LOCAL'}}";

  /// Address, token and no key: the guide's three variables.
  private static final String THREE =
      "{'env':{'ANTHROPIC_BASE_URL':'$LOCAL','ANTHROPIC_AUTH_TOKEN':'ollama',"
          + "'ANTHROPIC_API_KEY':''}}";

  private static final String SHIELDED = "{'apiKeyHelper':'echo ollama'," + THREE.substring(1);
  private static final String CONSOLE = "{'primaryApiKey':'$KEY'}";

  private CredentialRows() {}

  static List<RouteRow> rows() {
    return List.of(
        row("a key of the environment goes along with an address alone")
            .project(ADDRESS)
            .process("ANTHROPIC_API_KEY=$KEY")
            .arrives(LOCAL)
            .with("x-api-key: $KEY"),
        row("a token does not keep the key back")
            .project(LayerRows.HERE)
            .process("ANTHROPIC_API_KEY=$KEY")
            .arrives(LOCAL)
            .with("x-api-key: $KEY", "authorization: Bearer ollama"),
        row("an empty key does")
            .project(THREE)
            .process("ANTHROPIC_API_KEY=$KEY")
            .arrives(LOCAL)
            .with("authorization: Bearer ollama"),
        row("a key of the person's own settings")
            .project(LayerRows.HERE)
            .user("{'env':{'ANTHROPIC_API_KEY':'$KEY'}}")
            .arrives(LOCAL)
            .with("x-api-key: $KEY", "authorization: Bearer ollama"),
        row("a key of the project's own settings")
            .project("{'env':{'ANTHROPIC_BASE_URL':'$LOCAL','ANTHROPIC_API_KEY':'$KEY'}}")
            .arrives(LOCAL)
            .with("x-api-key: $KEY"),
        row("a token of the environment goes along")
            .project(ADDRESS)
            .process("ANTHROPIC_AUTH_TOKEN=$KEY")
            .arrives(LOCAL)
            .with("authorization: Bearer $KEY"),
        row("a token made for a server of one's own")
            .local("{'env':{'ANTHROPIC_BASE_URL':'$OTHER','ANTHROPIC_AUTH_TOKEN':'gateway-7'}}")
            .arrives(OTHER)
            .at("/prefix/v1/messages")
            .with("authorization: Bearer gateway-7"),
        row("a login goes along with an address alone")
            .project(ADDRESS)
            .login()
            .arrives(LOCAL)
            .with("authorization: Bearer $KEY"),
        row("a token keeps the login back")
            .project(LayerRows.HERE)
            .login()
            .arrives(LOCAL)
            .with("authorization: Bearer ollama"),
        row("a key keeps the login back")
            .project("{'env':{'ANTHROPIC_BASE_URL':'$LOCAL','ANTHROPIC_API_KEY':'ollama'}}")
            .login()
            .arrives(LOCAL)
            .with("x-api-key: ollama"),
        row("a login goes to the cloud").login().arrives(CLOUD).with("authorization: Bearer $KEY"),
        row("a key comes before a login")
            .login()
            .process("ANTHROPIC_API_KEY=$KEY-2")
            .arrives(CLOUD)
            .with("x-api-key: $KEY-2"),
        row("a login that has expired")
            .file(
                "home/.claude/.credentials.json",
                RouteRow.LOGIN.replace("4102444800000", "1600000000000"))
            .project(ADDRESS)
            .arrives(LOCAL)
            .with("authorization: Bearer $KEY"),
        row("an OAuth token of the environment goes along with an address alone")
            .project(ADDRESS)
            .process("CLAUDE_CODE_OAUTH_TOKEN=$KEY")
            .arrives(LOCAL)
            .with("authorization: Bearer $KEY"),
        row("a token keeps the OAuth token back")
            .project(LayerRows.HERE)
            .process("CLAUDE_CODE_OAUTH_TOKEN=$KEY")
            .arrives(LOCAL)
            .with("authorization: Bearer ollama"),
        row("an OAuth token in the person's own settings")
            .project(ADDRESS)
            .user("{'env':{'CLAUDE_CODE_OAUTH_TOKEN':'$KEY'}}")
            .arrives(LOCAL)
            .with("authorization: Bearer $KEY"),
        row("an empty OAuth token does not hide a login")
            .project("{'env':{'ANTHROPIC_BASE_URL':'$LOCAL','CLAUDE_CODE_OAUTH_TOKEN':''}}")
            .login()
            .arrives(LOCAL)
            .with("authorization: Bearer $KEY"),
        row("a saved Console key goes along with an address alone")
            .project(ADDRESS)
            .data(CONSOLE)
            .arrives(LOCAL)
            .with("x-api-key: $KEY"),
        row("neither token nor empty key keeps a saved Console key back")
            .project(THREE)
            .data(CONSOLE)
            .arrives(LOCAL)
            .with("x-api-key: $KEY", "authorization: Bearer ollama"),
        row("another key does, where nobody is asked")
            .project(
                "{'env':{'ANTHROPIC_BASE_URL':'$LOCAL','ANTHROPIC_AUTH_TOKEN':'ollama',"
                    + "'ANTHROPIC_API_KEY':'ollama'}}")
            .data(CONSOLE)
            .arrives(LOCAL)
            .with("x-api-key: ollama", "authorization: Bearer ollama")
            .warns("saved-key-asks"),
        row("a key helper keeps a saved Console key back")
            .project(SHIELDED)
            .data(CONSOLE)
            .arrives(LOCAL)
            .with("x-api-key: ollama", "authorization: Bearer ollama"),
        row("a saved Console key goes to the cloud")
            .data(CONSOLE)
            .arrives(CLOUD)
            .with("x-api-key: $KEY"),
        row("an empty key in the project does not hide a saved Console key")
            .project("{'env':{'ANTHROPIC_API_KEY':''}}")
            .data(CONSOLE)
            .arrives(CLOUD)
            .with("x-api-key: $KEY"),
        row("an empty key in the project hides that of the environment")
            .project("{'env':{'ANTHROPIC_API_KEY':''}}")
            .process("ANTHROPIC_API_KEY=$KEY")
            .arrives(NOT_LOGGED_IN)
            .warns("key-hidden"),
        row("a key helper of the person sends its output in both headers")
            .project(ADDRESS)
            .user("{'apiKeyHelper':'echo $KEY'}")
            .arrives(LOCAL)
            .with("x-api-key: $KEY", "authorization: Bearer $KEY"),
        row("and leaves the token's header to a token")
            .project(THREE)
            .user("{'apiKeyHelper':'echo $KEY'}")
            .arrives(LOCAL)
            .with("x-api-key: $KEY", "authorization: Bearer ollama"),
        row("a key helper of the project stands before that of the person")
            .project(SHIELDED)
            .user("{'apiKeyHelper':'echo $KEY'}")
            .arrives(LOCAL)
            .with("x-api-key: ollama", "authorization: Bearer ollama"),
        row("a key helper of settings.local.json stands before that of the project")
            .local("{'apiKeyHelper':'echo ollama'}")
            .project("{'apiKeyHelper':'echo $KEY','env':{'ANTHROPIC_BASE_URL':'$LOCAL'}}")
            .arrives(LOCAL)
            .with("x-api-key: ollama", "authorization: Bearer ollama"),
        row("an empty key helper takes away that of the person")
            .project("{'apiKeyHelper':''," + THREE.substring(1))
            .user("{'apiKeyHelper':'echo $KEY'}")
            .arrives(LOCAL)
            .with("authorization: Bearer ollama"),
        row("a key helper that fails sends an empty key")
            .project("{'apiKeyHelper':'false'," + THREE.substring(1))
            .arrives(LOCAL)
            .with("authorization: Bearer ollama", "x-api-key: ")
            .feared(),
        row("a key and a key helper")
            .project(
                "{'apiKeyHelper':'echo $KEY','env':{'ANTHROPIC_BASE_URL':'$LOCAL',"
                    + "'ANTHROPIC_API_KEY':'ollama'}}")
            .arrives(LOCAL)
            .with("x-api-key: ollama", "authorization: Bearer $KEY"),
        row("a key helper goes to the cloud")
            .user("{'apiKeyHelper':'echo $KEY'}")
            .arrives(CLOUD)
            .with("x-api-key: $KEY", "authorization: Bearer $KEY"),
        row("a header of one's own goes along")
            .project(LayerRows.HERE)
            .process("ANTHROPIC_CUSTOM_HEADERS=x-custom: $KEY")
            .arrives(LOCAL)
            .with("authorization: Bearer ollama", "x-custom: $KEY"),
        row("an empty text takes it away")
            .project(
                "{'env':{'ANTHROPIC_BASE_URL':'$LOCAL','ANTHROPIC_AUTH_TOKEN':'ollama',"
                    + "'ANTHROPIC_CUSTOM_HEADERS':''}}")
            .process("ANTHROPIC_CUSTOM_HEADERS=x-custom: $KEY")
            .arrives(LOCAL)
            .with("authorization: Bearer ollama"),
        row("a header of one's own that is no credential")
            .project(
                "{'env':{'ANTHROPIC_BASE_URL':'$LOCAL','ANTHROPIC_AUTH_TOKEN':'ollama',"
                    + "'ANTHROPIC_CUSTOM_HEADERS':'x-custom: team'}}")
            .arrives(LOCAL)
            .with("authorization: Bearer ollama", "x-custom: team"),
        row("a token stands before a header of one's own")
            .project(LayerRows.HERE)
            .process("ANTHROPIC_CUSTOM_HEADERS=Authorization: Bearer $KEY")
            .arrives(LOCAL)
            .with("authorization: Bearer ollama"),
        row("a header of one's own stands before a login")
            .project(ADDRESS)
            .login()
            .process("ANTHROPIC_CUSTOM_HEADERS=Authorization: Bearer $KEY-2")
            .arrives(LOCAL)
            .with("authorization: Bearer $KEY-2"),
        row("a header of one's own is a credential like another")
            .project(ADDRESS)
            .process("ANTHROPIC_CUSTOM_HEADERS=Authorization: Bearer $KEY")
            .arrives(LOCAL)
            .with("authorization: Bearer $KEY"),
        row("a header of one's own goes in place of the key's")
            .project("{'env':{'ANTHROPIC_BASE_URL':'$LOCAL','ANTHROPIC_API_KEY':'ollama'}}")
            .process("ANTHROPIC_CUSTOM_HEADERS=X-Api-Key: $KEY")
            .arrives(LOCAL)
            .with("x-api-key: $KEY"),
        row("several headers of one's own")
            .project(
                "{'env':{'ANTHROPIC_BASE_URL':'$LOCAL','ANTHROPIC_AUTH_TOKEN':'ollama',"
                    + "'ANTHROPIC_CUSTOM_HEADERS':'x-custom: a\\nx-api-key: b'}}")
            .arrives(LOCAL)
            .with("authorization: Bearer ollama", "x-custom: a", "x-api-key: b"),
        row("another header alone is no credential")
            .project(
                "{'env':{'ANTHROPIC_BASE_URL':'$LOCAL','ANTHROPIC_CUSTOM_HEADERS':'x-custom: a'}}")
            .arrives(LOCAL_NOT_LOGGED_IN)
            .with("x-custom: a")
            .warns("no-credential"),
        row("an address alone, with no credential anywhere")
            .project(ADDRESS)
            .arrives(LOCAL_NOT_LOGGED_IN)
            .warns("no-credential"),
        row("a token of blanks alone is none")
            .project("{'env':{'ANTHROPIC_BASE_URL':'$LOCAL','ANTHROPIC_AUTH_TOKEN':' '}}")
            .login()
            .arrives(LOCAL)
            .with("authorization: Bearer $KEY"),
        row("so is a key of blanks")
            .project("{'env':{'ANTHROPIC_BASE_URL':'$LOCAL','ANTHROPIC_API_KEY':' '}}")
            .login()
            .arrives(LOCAL)
            .with("authorization: Bearer $KEY"),
        row("an OAuth token stands before a login")
            .project(ADDRESS)
            .login()
            .process("CLAUDE_CODE_OAUTH_TOKEN=$KEY-2")
            .arrives(LOCAL)
            .with("authorization: Bearer $KEY-2"),
        row("a key stands before an OAuth token")
            .project(ADDRESS)
            .process("CLAUDE_CODE_OAUTH_TOKEN=$KEY", "ANTHROPIC_API_KEY=$KEY-2")
            .arrives(LOCAL)
            .with("x-api-key: $KEY-2"),
        row("a key helper stands before a login")
            .project(ADDRESS)
            .login()
            .user("{'apiKeyHelper':'echo $KEY-2'}")
            .arrives(LOCAL)
            .with("authorization: Bearer $KEY-2", "x-api-key: $KEY-2"),
        row("a login keeps a saved Console key back")
            .project(ADDRESS)
            .login()
            .data("{'primaryApiKey':'$KEY-2'}")
            .arrives(LOCAL)
            .with("authorization: Bearer $KEY"),
        row("but a login that a token keeps back does not")
            .project(THREE)
            .login()
            .data("{'primaryApiKey':'$KEY-2'}")
            .arrives(LOCAL)
            .with("authorization: Bearer ollama", "x-api-key: $KEY-2"),
        row("token and key leave nothing to a key helper")
            .project(
                "{'apiKeyHelper':'echo $KEY','env':{'ANTHROPIC_BASE_URL':'$LOCAL',"
                    + "'ANTHROPIC_AUTH_TOKEN':'ollama','ANTHROPIC_API_KEY':'ollama'}}")
            .arrives(LOCAL)
            .with("authorization: Bearer ollama", "x-api-key: ollama"),
        row("a placeholder goes to the cloud, which refuses it")
            .process("ANTHROPIC_AUTH_TOKEN=ollama")
            .arrives(CLOUD)
            .with("authorization: Bearer ollama")
            .warns("placeholder-to-cloud"));
  }
}
