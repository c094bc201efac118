package dev.switchyard.domain.route;

import static dev.switchyard.domain.route.RouteRow.Arrival.CLOUD;
import static dev.switchyard.domain.route.RouteRow.Arrival.LOCAL;
import static dev.switchyard.domain.route.RouteRow.row;

import java.util.List;

/// Which model a request asks for.
final class ModelRows {
  private ModelRows() {}

  static List<RouteRow> rows() {
    return List.of(
        local("model in the project's settings").project("{'model':'gemma4'}").asking("gemma4"),
        local("ANTHROPIC_MODEL of the environment beats model in a file")
            .project("{'model':'gemma4'}")
            .process("ANTHROPIC_MODEL=from-process")
            .asking("from-process"),
        local("ANTHROPIC_MODEL of the project beats that of the person")
            .project("{'env':{'ANTHROPIC_MODEL':'from-project'}}")
            .user("{'env':{'ANTHROPIC_MODEL':'from-user'}}")
            .asking("from-project"),
        local("model of settings.local.json beats that of the project")
            .local("{'model':'from-local'}")
            .project("{'model':'from-project'}")
            .asking("from-local"),
        local("an empty ANTHROPIC_MODEL leaves model in force")
            .project("{'model':'gemma4','env':{'ANTHROPIC_MODEL':''}}")
            .user("{'env':{'ANTHROPIC_MODEL':'from-user'}}")
            .asking("gemma4"),
        local("an empty model leaves a weaker one in force?")
            .project("{'model':''}")
            .user("{'model':'from-user'}"),
        local("ANTHROPIC_DEFAULT_MODEL comes last")
            .process("ANTHROPIC_DEFAULT_MODEL=from-default")
            .asking("from-default"),
        local("and gives way to model")
            .project("{'model':'gemma4'}")
            .process("ANTHROPIC_DEFAULT_MODEL=from-default")
            .asking("gemma4"),
        local("a name like Claude's")
            .project("{'model':'claude-sonnet-4-6'}")
            .asking("claude-sonnet-4-6")
            .warns("model-like-claude"),
        local("a name with a tag").project("{'model':'qwen3-coder:30b'}").asking("qwen3-coder:30b"),
        local("a name with a folder")
            .project("{'model':'hf.co/ada/model:Q4_K_M'}")
            .asking("hf.co/ada/model:Q4_K_M"),
        local("a name with capitals").project("{'model':'Gemma4'}").asking("Gemma4"),
        local("a name with blanks around it").project("{'model':' gemma4 '}").asking("gemma4"),
        local("a name with [1m]").project("{'model':'gemma4[1m]'}").asking("gemma4"),
        local("a tier whose name is not routed")
            .project("{'model':'opus'}")
            .asking("claude-opus-5-5")
            .saying("opus")
            .warns("model-like-claude"),
        local("a tier that is routed")
            .project("{'model':'opus','env':{'ANTHROPIC_DEFAULT_OPUS_MODEL':'gemma4'}}")
            .asking("gemma4"),
        local("sonnet")
            .project("{'model':'sonnet','env':{'ANTHROPIC_DEFAULT_SONNET_MODEL':'gemma4'}}")
            .asking("gemma4"),
        local("haiku")
            .project("{'model':'haiku','env':{'ANTHROPIC_DEFAULT_HAIKU_MODEL':'gemma4'}}")
            .asking("gemma4"),
        local("fable")
            .project("{'model':'fable','env':{'ANTHROPIC_DEFAULT_FABLE_MODEL':'gemma4'}}")
            .asking("gemma4"),
        local("opus[1m]")
            .project("{'model':'opus[1m]','env':{'ANTHROPIC_DEFAULT_OPUS_MODEL':'gemma4'}}")
            .asking("gemma4"),
        local("OPUS in capitals")
            .project("{'model':'OPUS','env':{'ANTHROPIC_DEFAULT_OPUS_MODEL':'gemma4'}}")
            .asking("gemma4"),
        local("opusplan")
            .project(
                "{'model':'opusplan','env':{'ANTHROPIC_DEFAULT_OPUS_MODEL':'gemma4-o','ANTHROPIC_DEFAULT_SONNET_MODEL':'gemma4-s'}}")
            .asking("gemma4-s"),
        local("best")
            .project(
                "{'model':'best','env':{'ANTHROPIC_DEFAULT_OPUS_MODEL':'gemma4-o','ANTHROPIC_DEFAULT_FABLE_MODEL':'gemma4-f'}}")
            .asking("gemma4-f"),
        local("default in a file")
            .project("{'model':'default','env':{'ANTHROPIC_DEFAULT_OPUS_MODEL':'gemma4'}}")
            .asking("gemma4"),
        local("default in ANTHROPIC_MODEL")
            .project(
                "{'env':{'ANTHROPIC_MODEL':'default','ANTHROPIC_DEFAULT_OPUS_MODEL':'gemma4'}}")
            .asking("gemma4"),
        local("no model, but a routed tier")
            .project("{'env':{'ANTHROPIC_DEFAULT_OPUS_MODEL':'gemma4'}}")
            .asking("gemma4"),
        local("no model, but a routed Sonnet")
            .project("{'env':{'ANTHROPIC_DEFAULT_SONNET_MODEL':'gemma4'}}"),
        local("availableModels without the model")
            .project("{'model':'gemma4','availableModels':['qwen']}")
            .asking("gemma4"),
        local("a fallback model is not asked first")
            .project("{'model':'gemma4','fallbackModel':['qwen']}")
            .asking("gemma4"),
        local("modelOverrides renames")
            .project("{'model':'claude-opus-5-5','modelOverrides':{'claude-opus-5-5':'gemma4'}}")
            .asking("gemma4"),
        row("a local model's name at the cloud")
            .user("{'model':'gemma4'}")
            .process("ANTHROPIC_API_KEY=$KEY")
            .arrives(CLOUD)
            .asking("gemma4")
            .with("x-api-key: $KEY")
            .warns("model-not-in-cloud"),
        row("a tier at the cloud")
            .user("{'model':'sonnet'}")
            .process("ANTHROPIC_API_KEY=$KEY")
            .arrives(CLOUD)
            .asking("claude-sonnet-5-5")
            .saying("sonnet")
            .with("x-api-key: $KEY"),
        row("a routed tier at the cloud")
            .user("{'model':'opus','env':{'ANTHROPIC_DEFAULT_OPUS_MODEL':'gemma4'}}")
            .process("ANTHROPIC_API_KEY=$KEY")
            .arrives(CLOUD)
            .asking("gemma4")
            .with("x-api-key: $KEY")
            .warns("model-not-in-cloud"),
        row("default in a file at the cloud")
            .user("{'model':'default'}")
            .process("ANTHROPIC_API_KEY=$KEY")
            .arrives(CLOUD)
            .with("x-api-key: $KEY"));
  }

  private static RouteRow local(String name) {
    return row("model: " + name)
        .process("ANTHROPIC_BASE_URL=$LOCAL", "ANTHROPIC_AUTH_TOKEN=ollama")
        .arrives(LOCAL)
        .with("authorization: Bearer ollama");
  }
}
