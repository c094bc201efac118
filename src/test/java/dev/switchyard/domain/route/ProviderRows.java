package dev.switchyard.domain.route;

import static dev.switchyard.domain.route.LayerRows.HERE;
import static dev.switchyard.domain.route.RouteRow.Arrival.CLOUD;
import static dev.switchyard.domain.route.RouteRow.Arrival.LOCAL;
import static dev.switchyard.domain.route.RouteRow.Arrival.NOWHERE;
import static dev.switchyard.domain.route.RouteRow.Arrival.PROVIDER;
import static dev.switchyard.domain.route.RouteRow.Arrival.SECOND;
import static dev.switchyard.domain.route.RouteRow.row;

import java.util.List;

/// Switches and variables that lead past the address.
final class ProviderRows {
  private static final String AWS = "AWS_BEARER_TOKEN_BEDROCK=$KEY";
  private static final String REGION = "AWS_REGION=us-east-1";
  private static final String HOST = "CLAUDE_CODE_PROVIDER_MANAGED_BY_HOST=1";

  private ProviderRows() {}

  static List<RouteRow> rows() {
    return List.of(
        provider("Bedrock", "CLAUDE_CODE_USE_BEDROCK=1", AWS, REGION),
        provider("Bedrock, with yes", "CLAUDE_CODE_USE_BEDROCK=yes", AWS, REGION),
        provider("Bedrock, with ON", "CLAUDE_CODE_USE_BEDROCK=ON", AWS, REGION),
        provider(
            "Vertex",
            "CLAUDE_CODE_USE_VERTEX=1",
            "CLAUDE_CODE_SKIP_VERTEX_AUTH=1",
            "ANTHROPIC_VERTEX_PROJECT_ID=p",
            "CLOUD_ML_REGION=us-east5"),
        provider(
            "Foundry",
            "CLAUDE_CODE_USE_FOUNDRY=1",
            "ANTHROPIC_FOUNDRY_API_KEY=$KEY",
            "ANTHROPIC_FOUNDRY_RESOURCE=resource"),
        provider("Mantle", "CLAUDE_CODE_USE_MANTLE=1", AWS, REGION),
        provider(
            "Anthropic on AWS",
            "CLAUDE_CODE_USE_ANTHROPIC_AWS=1",
            "ANTHROPIC_AWS_API_KEY=$KEY",
            "ANTHROPIC_AWS_WORKSPACE_ID=w",
            REGION),
        provider(
            "Anthropic on Google Cloud",
            "CLAUDE_CODE_USE_ANTHROPIC_GOOGLE_CLOUD=1",
            "CLAUDE_CODE_SKIP_ANTHROPIC_GOOGLE_CLOUD_AUTH=1",
            "ANTHROPIC_GOOGLE_CLOUD_PROJECT=p",
            "ANTHROPIC_GOOGLE_CLOUD_LOCATION=us-east5",
            "ANTHROPIC_GOOGLE_CLOUD_WORKSPACE_ID=w"),
        switchedOff("Bedrock", "BEDROCK"),
        switchedOff("Mantle", "MANTLE"),
        switchedOff("Anthropic on AWS", "ANTHROPIC_AWS"),
        switchedOff("Anthropic on Google Cloud", "ANTHROPIC_GOOGLE_CLOUD"),
        harmless("2 does not switch Bedrock on", "CLAUDE_CODE_USE_BEDROCK=2"),
        harmless("an organization's gateway is no provider", "CLAUDE_CODE_USE_GATEWAY=1"),
        harmless("a profile that nobody made", "ANTHROPIC_PROFILE=work"),
        harmless(
            "an identity token stays where it is",
            "ANTHROPIC_IDENTITY_TOKEN=$KEY",
            "ANTHROPIC_FEDERATION_RULE_ID=rule",
            "ANTHROPIC_ORGANIZATION_ID=organization"),
        harmless("another address of Anthropic's", "CLAUDE_CODE_API_BASE_URL=$SECOND"),
        harmless("a session's access token", "CLAUDE_CODE_SESSION_ACCESS_TOKEN=$KEY"),
        harmless("a session that runs elsewhere", "CLAUDE_CODE_REMOTE=1"),
        harmless("a host that does not manage the provider", HOST.replace('1', '0')),
        row("a host that manages the provider: no file decides where")
            .local(HERE)
            .project(HERE)
            .user(HERE)
            .flag(HERE)
            .process(HOST, "ANTHROPIC_API_KEY=$KEY")
            .arrives(CLOUD)
            .with("x-api-key: $KEY")
            .warns("host-managed"),
        row("a host that manages the provider: its own address counts")
            .project(HERE)
            .process(HOST, "ANTHROPIC_BASE_URL=$SECOND", "ANTHROPIC_API_KEY=$KEY")
            .arrives(SECOND)
            .with("x-api-key: $KEY")
            .warns("host-managed"),
        row("a host that manages the provider: no file takes that back")
            .project(HERE.replace("'env':{", "'env':{'CLAUDE_CODE_PROVIDER_MANAGED_BY_HOST':'0',"))
            .process(HOST, "ANTHROPIC_BASE_URL=$SECOND", "ANTHROPIC_API_KEY=$KEY")
            .arrives(SECOND)
            .with("x-api-key: $KEY")
            .warns("host-managed"),
        row("a host that manages the provider: of the models only the key counts")
            .project(
                "{'model':'gemma4','env':{'ANTHROPIC_MODEL':'other',"
                    + "'ANTHROPIC_CUSTOM_HEADERS':'x-custom: a'}}")
            .process(HOST, "ANTHROPIC_BASE_URL=$SECOND", "ANTHROPIC_API_KEY=$KEY")
            .arrives(SECOND)
            .asking("gemma4")
            .with("x-api-key: $KEY")
            .warns("host-managed"),
        row("a host that manages the provider: nor does a key helper")
            .project("{'apiKeyHelper':'echo ollama'}")
            .process(HOST, "ANTHROPIC_BASE_URL=$SECOND", "ANTHROPIC_API_KEY=$KEY")
            .arrives(SECOND)
            .with("x-api-key: $KEY")
            .warns("host-managed"),
        row("a host that manages the provider, in a file, is none")
            .project(HERE)
            .user("{'env':{'CLAUDE_CODE_PROVIDER_MANAGED_BY_HOST':'1'}}")
            .process("ANTHROPIC_BASE_URL=$SECOND")
            .arrives(LOCAL)
            .with("authorization: Bearer ollama"),
        row("a host that lends its credential: no file decides where")
            .project(HERE)
            .process("CLAUDE_CODE_HOST_AUTH_ENV_VAR=ANTHROPIC_API_KEY", "ANTHROPIC_API_KEY=$KEY")
            .arrives(CLOUD)
            .with("x-api-key: $KEY")
            .warns("host-managed"),
        row("a host that lends its credential, in a file, is none")
            .project(HERE)
            .user("{'env':{'CLAUDE_CODE_HOST_AUTH_ENV_VAR':'ANTHROPIC_API_KEY'}}")
            .arrives(LOCAL)
            .with("authorization: Bearer ollama"),
        row("a socket in place of the network")
            .project(HERE)
            .process("ANTHROPIC_UNIX_SOCKET=$ROOT/socket", "ANTHROPIC_AUTH_TOKEN=ollama")
            .arrives(NOWHERE)
            .with("authorization: Bearer ollama")
            .warns("socket", "host-managed"),
        row("a socket in a file is none")
            .project(HERE)
            .user("{'env':{'ANTHROPIC_UNIX_SOCKET':'$ROOT/socket'}}")
            .arrives(LOCAL)
            .with("authorization: Bearer ollama"));
  }

  private static RouteRow provider(String name, String... variables) {
    return row("a provider: " + name)
        .project(HERE)
        .process(variables)
        .arrives(PROVIDER)
        .warns("cloud-provider");
  }

  private static RouteRow switchedOff(String name, String variable) {
    return row("a provider that the project switches off: " + name)
        .project(HERE.replace("'env':{", "'env':{'CLAUDE_CODE_USE_" + variable + "':'0',"))
        .process("CLAUDE_CODE_USE_" + variable + "=1", AWS, REGION)
        .arrives(LOCAL)
        .with("authorization: Bearer ollama");
  }

  private static RouteRow harmless(String name, String... variables) {
    return row("harmless: " + name)
        .project(HERE)
        .process(variables)
        .arrives(LOCAL)
        .with("authorization: Bearer ollama");
  }
}
