package dev.switchyard.domain.route;

import static dev.switchyard.domain.route.RouteRow.Arrival.CLOUD;
import static dev.switchyard.domain.route.RouteRow.Arrival.LOCAL;
import static dev.switchyard.domain.route.RouteRow.row;

import java.util.List;

/// Which model a request asks for.
final class ModelRows {
  private static final String OPUS = "'ANTHROPIC_DEFAULT_OPUS_MODEL':'gemma4'";

  /// An agent of the person's whose file names one of Claude's models.
  private static final String AGENT =
      "---\nname: x\ndescription: d\nmodel: claude-sonnet-4-6\n---\nBe x.\n";

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
        local("--model beats all of them")
            .project("{'model':'from-model','env':{'ANTHROPIC_MODEL':'from-variable'}}")
            .chosen("from-option")
            .asking("from-option"),
        local("an empty ANTHROPIC_MODEL leaves model in force")
            .project("{'model':'gemma4','env':{'ANTHROPIC_MODEL':''}}")
            .user("{'env':{'ANTHROPIC_MODEL':'from-user'}}")
            .asking("gemma4"),
        local("an empty model hides a weaker one")
            .project("{'model':''}")
            .user("{'model':'from-user'}")
            .warns("model-missing"),
        local("no model at all").warns("model-missing"),
        local("ANTHROPIC_DEFAULT_MODEL comes last")
            .process("ANTHROPIC_DEFAULT_MODEL=from-default")
            .asking("from-default"),
        local("and gives way to model")
            .project("{'model':'gemma4'}")
            .process("ANTHROPIC_DEFAULT_MODEL=from-default")
            .asking("gemma4"),
        local("and comes before a routed tier")
            .project("{'env':{" + OPUS + "}}")
            .process("ANTHROPIC_DEFAULT_MODEL=from-default")
            .asking("from-default"),
        local("a name like Claude's")
            .project("{'model':'claude-sonnet-4-6'}")
            .asking("claude-sonnet-4-6")
            .warns("model-like-claude"),
        local("a name with a tag").project("{'model':'qwen3-coder:30b'}").asking("qwen3-coder:30b"),
        local("a name with a folder")
            .project("{'model':'hf.co/ada/model:Q4_K_M'}")
            .asking("hf.co/ada/model:Q4_K_M"),
        local("a name with capitals").project("{'model':'Gemma4'}").asking("Gemma4"),
        local("blanks around a name are not sent").project("{'model':' gemma4 '}").asking("gemma4"),
        local("[1m] behind a name is not sent").project("{'model':'gemma4[1m]'}").asking("gemma4"),
        local("a tier that is not routed")
            .project("{'model':'opus'}")
            .asking("claude-opus-5-5")
            .saying("opus")
            .warns("model-like-claude"),
        tier("opus", "OPUS"),
        tier("OPUS", "OPUS"),
        tier("opus[1m]", "OPUS"),
        tier("best", "OPUS"),
        tier("sonnet", "SONNET"),
        tier("opusplan", "SONNET"),
        tier("haiku", "HAIKU"),
        tier("fable", "FABLE"),
        local("a tier that is routed to a name with [1m]")
            .project("{'model':'opus','env':{'ANTHROPIC_DEFAULT_OPUS_MODEL':'gemma4[1m]'}}")
            .asking("gemma4"),
        local("a tier that is routed to a tier is sent as it stands")
            .project("{'model':'opus','env':{'ANTHROPIC_DEFAULT_OPUS_MODEL':'sonnet'}}")
            .asking("sonnet"),
        local("the default is the Opus tier").project("{'env':{" + OPUS + "}}").asking("gemma4"),
        local("and no other")
            .project("{'env':{'ANTHROPIC_DEFAULT_SONNET_MODEL':'gemma4'}}")
            .warns("model-missing"),
        local("default in a file is a name like any other")
            .project("{'model':'default','env':{" + OPUS + "}}")
            .asking("default"),
        local("so it is in ANTHROPIC_MODEL")
            .project("{'env':{'ANTHROPIC_MODEL':'default'," + OPUS + "}}")
            .asking("default"),
        local("--model default is the default")
            .project("{'model':'from-model','env':{" + OPUS + "}}")
            .chosen("default")
            .asking("gemma4"),
        local("--model Default is a name").chosen("Default").asking("Default"),
        local("a resumed session's model beats that of the settings")
            .project("{'model':'from-model'}")
            .resumed("from-session")
            .asking("from-session"),
        local("but not ANTHROPIC_MODEL")
            .project("{'env':{'ANTHROPIC_MODEL':'from-variable'}}")
            .resumed("from-session")
            .asking("from-variable"),
        local("a session that was begun with an alias brings the model behind it")
            .project("{'model':'gemma4'}")
            .resumed("opus")
            .asking("claude-opus-5-5")
            .saying("opus")
            .warns("model-like-claude"),
        broughtByTier("an alias that is routed", "OPUS", "tier").resumed("opus"),
        broughtByTier("the Opus tier's own model", "OPUS", "tier").resumed("tier"),
        broughtByTier("the Opus tier's own model with [1m]", "OPUS", "tier[1m]").resumed("tier"),
        broughtByTier("the Sonnet tier's own model", "SONNET", "tier").resumed("tier"),
        broughtByTier("the Haiku tier's own model", "HAIKU", "tier").resumed("tier"),
        broughtByTier("the Fable tier's own model", "FABLE", "tier").resumed("tier"),
        local("the small model is no tier, so a resumed session brings it")
            .project("{'model':'gemma4','env':{'ANTHROPIC_SMALL_FAST_MODEL':'tier'}}")
            .resumed("tier")
            .asking("tier"),
        local("a list of available models without this one")
            .project("{'model':'gemma4','availableModels':['qwen']}")
            .warns("model-excluded"),
        local("a list of available models of the person's")
            .project("{'model':'gemma4'}")
            .user("{'availableModels':['qwen']}")
            .warns("model-excluded"),
        local("a list of available models with this one")
            .project(
                "{'model':'gemma4','availableModels':['gemma4'],'enforceAvailableModels':true}")
            .asking("gemma4"),
        local("a model that the administrator denies")
            .managed("{'deniedModels':['gemma4']}")
            .project("{'model':'gemma4'}")
            .warns("model-excluded"),
        local("a model that the project denies")
            .project("{'model':'gemma4','deniedModels':['gemma4']}")
            .asking("gemma4"),
        local("a fallback model is not asked first")
            .project("{'model':'gemma4','fallbackModel':['qwen']}")
            .asking("gemma4"),
        local("other names for models do not count here")
            .project("{'model':'gemma4','modelOverrides':{'gemma4':'qwen'}}")
            .asking("gemma4"),
        local("an agent's model beats ANTHROPIC_MODEL")
            .project("{'env':{'ANTHROPIC_MODEL':'gemma4'}}")
            .user("{'agent':'x'}")
            .file("home/.claude/agents/x.md", AGENT)
            .asking("claude-sonnet-4-6")
            .saying("gemma4")
            .warns("agent-decides"),
        local("also where subagents are forced to another")
            .project(
                "{'env':{'ANTHROPIC_MODEL':'gemma4','CLAUDE_CODE_SUBAGENT_MODEL':'gemma4',"
                    + "'CLAUDE_CODE_SUBAGENT_MODEL_FORCE':'1'}}")
            .user("{'agent':'x'}")
            .file("home/.claude/agents/x.md", AGENT)
            .asking("claude-sonnet-4-6")
            .saying("gemma4")
            .warns("agent-decides"),
        laidOver("the environment").process(body("from-body")),
        laidOver("a settings file")
            .user("{'env':{'CLAUDE_CODE_EXTRA_BODY':'{\\'model\\':\\'from-body\\'}'}}"),
        laidOver("the environment, against --model")
            .chosen("from-option")
            .process(body("from-body")),
        laidOver("an alias, which is sent as it stands")
            .process(body("opus"), "ANTHROPIC_DEFAULT_OPUS_MODEL=gemma4")
            .asking("opus"),
        laidOver("[1m], which is sent as well").process(body("gemma4[1m]")).asking("gemma4[1m]"),
        local("nothing is laid over a request by what is no JSON")
            .project("{'model':'gemma4'}")
            .process(body("from-body").replace("}", ""))
            .asking("gemma4"),
        local("nor by other members")
            .project("{'model':'gemma4'}")
            .process("CLAUDE_CODE_EXTRA_BODY={\"top_k\":1,\"metadata\":{\"model\":\"a\"}}")
            .asking("gemma4"),
        local("nor where a file takes it back")
            .project("{'model':'gemma4','env':{'CLAUDE_CODE_EXTRA_BODY':''}}")
            .process(body("from-body"))
            .asking("gemma4"),
        cloud("one that is laid over each request", "{'model':'sonnet'}")
            .process(body("gemma4"))
            .asking("gemma4")
            .warns("model-not-in-cloud", "body-decides"),
        cloud("a local model's name", "{'model':'gemma4'}")
            .asking("gemma4")
            .warns("model-not-in-cloud"),
        cloud("a tier", "{'model':'sonnet'}").asking("claude-sonnet-5-5").saying("sonnet"),
        cloud("a routed tier", "{'model':'opus','env':{" + OPUS + "}}")
            .asking("gemma4")
            .warns("model-not-in-cloud"),
        cloud("the word default", "{'model':'default'}").asking("default"));
  }

  private static RouteRow local(String name) {
    return row("model: " + name)
        .process("ANTHROPIC_BASE_URL=$LOCAL", "ANTHROPIC_AUTH_TOKEN=ollama")
        .arrives(LOCAL)
        .with("authorization: Bearer ollama");
  }

  /// What a tier stands for is not the session's own choice, so it gives way to the settings.
  private static RouteRow broughtByTier(String name, String tier, String model) {
    return local("a resumed session does not bring " + name)
        .project(
            "{'model':'gemma4','env':{'ANTHROPIC_DEFAULT_" + tier + "_MODEL':'" + model + "'}}")
        .asking("gemma4");
  }

  private static RouteRow laidOver(String name) {
    return local("laid over each request by " + name)
        .project("{'model':'gemma4'}")
        .asking("from-body")
        .warns("body-decides");
  }

  private static String body(String model) {
    return "CLAUDE_CODE_EXTRA_BODY={\"model\":\"" + model + "\"}";
  }

  private static RouteRow tier(String alias, String tier) {
    return local(alias + " is the " + tier + " tier")
        .project(
            "{'model':'" + alias + "','env':{'ANTHROPIC_DEFAULT_" + tier + "_MODEL':'gemma4'}}")
        .asking("gemma4");
  }

  private static RouteRow cloud(String name, String settings) {
    return row("model at the cloud: " + name)
        .user(settings)
        .process("ANTHROPIC_API_KEY=$KEY")
        .arrives(CLOUD)
        .with("x-api-key: $KEY");
  }
}
