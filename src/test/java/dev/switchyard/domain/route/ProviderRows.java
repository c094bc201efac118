package dev.switchyard.domain.route;

import static dev.switchyard.domain.route.LayerRows.HERE;
import static dev.switchyard.domain.route.RouteRow.Arrival.LOCAL;
import static dev.switchyard.domain.route.RouteRow.Arrival.PROVIDER;
import static dev.switchyard.domain.route.RouteRow.row;

import java.util.List;

/// Switches and variables that lead past the address.
final class ProviderRows {
  private static final String AWS = "AWS_BEARER_TOKEN_BEDROCK=$KEY";

  private ProviderRows() {}

  static List<RouteRow> rows() {
    return List.of(
        row("Bedrock is switched on")
            .project(HERE)
            .process("CLAUDE_CODE_USE_BEDROCK=1", AWS, "AWS_REGION=us-east-1")
            .arrives(PROVIDER)
            .with("authorization: Bearer $KEY")
            .warns("cloud-provider"),
        row("Bedrock with an address of its own")
            .project(HERE)
            .process(
                "CLAUDE_CODE_USE_BEDROCK=1",
                AWS,
                "ANTHROPIC_BEDROCK_BASE_URL=$SECOND",
                "AWS_REGION=us-east-1")
            .arrives(PROVIDER)
            .warns("cloud-provider"),
        row("Bedrock is switched off by the project")
            .project(
                "{'env':{'ANTHROPIC_BASE_URL':'$LOCAL','ANTHROPIC_AUTH_TOKEN':'ollama',"
                    + "'CLAUDE_CODE_USE_BEDROCK':'0'}}")
            .process("CLAUDE_CODE_USE_BEDROCK=1", AWS, "AWS_REGION=us-east-1")
            .arrives(LOCAL)
            .with("authorization: Bearer ollama"),
        provider("yes for an answer", "CLAUDE_CODE_USE_BEDROCK=yes", AWS, "AWS_REGION=us-east-1"),
        provider("ON for an answer", "CLAUDE_CODE_USE_BEDROCK=ON", AWS, "AWS_REGION=us-east-1"),
        row("2 is no answer")
            .project(HERE)
            .process("CLAUDE_CODE_USE_BEDROCK=2")
            .arrives(LOCAL)
            .with("authorization: Bearer ollama"),
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
            "ANTHROPIC_FOUNDRY_RESOURCE=r"),
        provider("Mantle", "CLAUDE_CODE_USE_MANTLE=1", AWS, "AWS_REGION=us-east-1"),
        provider(
            "Anthropic on AWS",
            "CLAUDE_CODE_USE_ANTHROPIC_AWS=1",
            "ANTHROPIC_AWS_API_KEY=$KEY",
            "ANTHROPIC_AWS_WORKSPACE_ID=w",
            "AWS_REGION=us-east-1"),
        provider(
            "Anthropic on Google Cloud",
            "CLAUDE_CODE_USE_ANTHROPIC_GOOGLE_CLOUD=1",
            "CLAUDE_CODE_SKIP_ANTHROPIC_GOOGLE_CLOUD_AUTH=1",
            "ANTHROPIC_GOOGLE_CLOUD_PROJECT=p",
            "ANTHROPIC_GOOGLE_CLOUD_LOCATION=us-east5",
            "ANTHROPIC_GOOGLE_CLOUD_WORKSPACE_ID=w"),
        provider("a gateway", "CLAUDE_CODE_USE_GATEWAY=1"),
        row("a host that manages the provider")
            .project(HERE)
            .process("CLAUDE_CODE_PROVIDER_MANAGED_BY_HOST=1", "ANTHROPIC_API_KEY=$KEY")
            .arrives(LOCAL),
        row("the same with an address of its own")
            .project(HERE)
            .process(
                "CLAUDE_CODE_PROVIDER_MANAGED_BY_HOST=1",
                "ANTHROPIC_BASE_URL=$SECOND",
                "ANTHROPIC_API_KEY=$KEY")
            .arrives(LOCAL),
        row("the same, switched off by the project")
            .project(HERE.replace("'env':{", "'env':{'CLAUDE_CODE_PROVIDER_MANAGED_BY_HOST':'0',"))
            .process(
                "CLAUDE_CODE_PROVIDER_MANAGED_BY_HOST=1",
                "ANTHROPIC_BASE_URL=$SECOND",
                "ANTHROPIC_API_KEY=$KEY")
            .arrives(LOCAL),
        row("a socket in place of the network")
            .project(HERE)
            .process("ANTHROPIC_UNIX_SOCKET=$ROOT/socket")
            .arrives(LOCAL),
        row("a socket, emptied by the project")
            .project(HERE.replace("'env':{", "'env':{'ANTHROPIC_UNIX_SOCKET':'',"))
            .process("ANTHROPIC_UNIX_SOCKET=$ROOT/socket")
            .arrives(LOCAL),
        row("CLAUDE_CODE_API_BASE_URL")
            .project(HERE)
            .process("CLAUDE_CODE_API_BASE_URL=$SECOND")
            .arrives(LOCAL),
        row("CLAUDE_CODE_HTTP_PROXY")
            .project(HERE)
            .process(
                "NO_PROXY",
                "HTTPS_PROXY",
                "CLAUDE_CODE_HTTP_PROXY=$PROXY",
                "CLAUDE_CODE_PROXY_URL=$PROXY",
                "CLAUDE_CODE_HTTPS_PROXY=$PROXY")
            .arrives(LOCAL),
        row("ANTHROPIC_IDENTITY_TOKEN")
            .project("{'env':{'ANTHROPIC_BASE_URL':'$LOCAL'}}")
            .process(
                "ANTHROPIC_IDENTITY_TOKEN=$KEY",
                "ANTHROPIC_FEDERATION_RULE_ID=f",
                "ANTHROPIC_ORGANIZATION_ID=o")
            .arrives(LOCAL),
        row("ANTHROPIC_IDENTITY_TOKEN with a route")
            .project(HERE)
            .process(
                "ANTHROPIC_IDENTITY_TOKEN=$KEY",
                "ANTHROPIC_FEDERATION_RULE_ID=f",
                "ANTHROPIC_ORGANIZATION_ID=o")
            .arrives(LOCAL),
        row("ANTHROPIC_PROFILE").project(HERE).process("ANTHROPIC_PROFILE=work").arrives(LOCAL),
        row("CLAUDE_CODE_REMOTE").project(HERE).process("CLAUDE_CODE_REMOTE=1").arrives(LOCAL),
        row("CLAUDE_CODE_SESSION_ACCESS_TOKEN")
            .project("{'env':{'ANTHROPIC_BASE_URL':'$LOCAL'}}")
            .process("CLAUDE_CODE_SESSION_ACCESS_TOKEN=$KEY")
            .arrives(LOCAL),
        row("CLAUDE_CODE_SIMPLE").project(HERE).process("CLAUDE_CODE_SIMPLE=1").arrives(LOCAL),
        row("CLAUDE_CODE_HOST_AUTH_ENV_VAR")
            .project("{'env':{'ANTHROPIC_BASE_URL':'$LOCAL'}}")
            .process("CLAUDE_CODE_HOST_AUTH_ENV_VAR=ANTHROPIC_API_KEY", "ANTHROPIC_API_KEY=$KEY")
            .arrives(LOCAL));
  }

  private static RouteRow provider(String name, String... variables) {
    return row("a provider: " + name)
        .project(HERE)
        .process(variables)
        .arrives(PROVIDER)
        .warns("cloud-provider");
  }
}
