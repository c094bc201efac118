package dev.switchyard;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.model.BuildRequest;
import dev.switchyard.domain.model.BuildSource;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.ModelServer.KeepAlive;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The ways in which the tests break a machine that worked, as people do it. `docs/doctor.md` lists
/// them in the same words.
// Sets that are made by Set.of and deeds that hold nothing do not change.
@SuppressWarnings("ImmutableEnumChecker")
enum BrokenMachine {
  SERVER_STOPPED("Ollama was stopped", Set.of("server-down"), Patient::stopServer),

  ADDRESS_ENDS_IN_V1(
      "the address of Ollama's OpenAI layer was copied",
      Set.of("base-url-v1"),
      patient -> patient.edit("(\"ANTHROPIC_BASE_URL\": \"[^\"]*)\"", "$1/v1\"")),

  WRONG_PORT(
      "the port is wrong",
      Set.of("server-address"),
      patient -> patient.edit("(\"ANTHROPIC_BASE_URL\": \"http://localhost:)\\d+", "$11")),

  SETTINGS_BROKEN_OFF(
      "the last brace of the settings is missing",
      Set.of("settings-invalid"),
      patient -> patient.edit("\\}\\s*$", "")),

  COMMENT_IN_SETTINGS(
      "a comment was written into the settings",
      Set.of("settings-invalid"),
      patient -> patient.edit("^\\{", "{ // my own models")),

  SETTINGS_DELETED(
      "the settings were deleted",
      Set.of("route-overruled"),
      patient -> Files.delete(patient.settings())),

  STRONGER_FILE_LEADS_AWAY(
      "`settings.local.json` leads to the cloud",
      Set.of("route-overruled", "model-not-in-cloud"),
      patient ->
          patient.write(
              patient.localSettings(),
              """
              {
                "permissions": {"allow": ["Bash(ls:*)"]},
                "env": {"ANTHROPIC_BASE_URL": "", "ANTHROPIC_AUTH_TOKEN": ""}
              }
              """)),

  REAL_KEY_BESIDE_THE_TOKEN(
      "a real key was put beside the placeholder",
      Set.of("credential-leak", "two-credentials"),
      patient ->
          patient.edit(
              "\"ANTHROPIC_API_KEY\": \"\"", "\"ANTHROPIC_API_KEY\": \"sk-ant-made-up-1\"")),

  KEY_HELPER(
      "a helper for keys was set up for all projects",
      Set.of("credential-leak"),
      patient ->
          patient.write(
              patient.home().resolve(".claude/settings.json"),
              "{\"apiKeyHelper\": \"echo sk-ant-made-up-2\"}\n")),

  NO_CREDENTIAL(
      "the placeholder was taken out",
      Set.of("no-credential"),
      patient ->
          patient.edit("\"ANTHROPIC_AUTH_TOKEN\": \"ollama\"", "\"ANTHROPIC_AUTH_TOKEN\": \"\"")),

  ANOTHER_PROVIDER(
      "Bedrock was switched on",
      Set.of("cloud-provider", "route-overruled"),
      patient -> patient.edit("(\"CLAUDE_CODE_USE_BEDROCK\": \")0", "$11")),

  PROXY(
      "a proxy catches localhost",
      Set.of("proxy"),
      patient ->
          patient.edit(
              "\"env\": \\{",
              "\"env\": {\n    \"HTTP_PROXY\": \"http://127.0.0.1:9\",\n    \"NO_PROXY\": \"\",")),

  NUMBER_FOR_A_TEXT(
      "a number stands without quotation marks",
      Set.of("value-not-text"),
      patient -> patient.edit("(\"CLAUDE_CODE_MAX_OUTPUT_TOKENS\": )\"(\\d+)\"", "$1$2")),

  MODEL_NAME_NOT_ROUTED(
      "one of Claude Code's own model names was forgotten",
      Set.of("unrouted-models"),
      patient -> patient.edit("\\s*\"ANTHROPIC_DEFAULT_FABLE_MODEL\": \"coder\",", "")),

  ANOTHER_MODEL_IN_THE_BACKGROUND(
      "work in the background asks for another model",
      Set.of("background-models"),
      patient -> patient.edit("(\"ANTHROPIC_DEFAULT_HAIKU_MODEL\": \")coder", "$1other")),

  AUTO_MODE(
      "auto mode was allowed again",
      Set.of("auto-mode"),
      patient -> patient.edit(",\\s*\"disableAutoMode\": \"disable\"", "")),

  ATTRIBUTION_HEADER(
      "the attribution header was switched on",
      Set.of("prefix-cache"),
      patient -> patient.edit("(\"CLAUDE_CODE_ATTRIBUTION_HEADER\": \")0", "$11")),

  TOLD_TOO_MUCH(
      "Claude Code was told of twice the context",
      Set.of("context-told"),
      patient -> patient.edit("(\"CLAUDE_CODE_MAX_CONTEXT_TOKENS\": \")65536", "$1131072")),

  MODEL_DELETED(
      "the model was deleted",
      Set.of("model-missing"),
      patient -> {
        try (var server = patient.server()) {
          server.delete(ModelName.of(Patient.VARIANT));
        }
      }),

  /// As with `ollama create` and another Modelfile, which nobody saved. What is in memory is still
  /// the model from before.
  CONTEXT_OF_4096(
      "the model was built again with 4,096 tokens",
      Set.of("context-too-small", "context-told", "context-loaded"),
      patient -> {
        try (var server = patient.server()) {
          server.load(ModelName.of(Patient.VARIANT), KeepAlive.SERVER_DEFAULT, Cancellation.NEVER);
          server.build(
              new BuildRequest(
                  ModelName.of(Patient.VARIANT),
                  new BuildSource.Installed(ModelName.of(Patient.BASE)),
                  Map.of("num_ctx", 4_096, "temperature", 0.3),
                  "Answer in rhymes.",
                  "",
                  "",
                  "",
                  "",
                  List.of(),
                  List.of()),
              _ -> {},
              Cancellation.NEVER);
        }
      }),

  BASE_IN_PLACE_OF_THE_VARIANT(
      "the base is named in place of the variant",
      Set.of("context-unset"),
      patient -> patient.edit("\"coder\"", "\"agent\"")),

  /// The server loads it as the request of whoever comes first says.
  LOADED_WITH_ANOTHER_CONTEXT(
      "another program loaded the model with less context",
      Set.of("context-loaded"),
      patient -> patient.load(Patient.VARIANT, 8_192));

  private final String words;
  private final Set<String> ids;
  private final Deed deed;

  @FunctionalInterface
  private interface Deed {
    void on(Patient patient) throws Exception;
  }

  BrokenMachine(String words, Set<String> ids, Deed deed) {
    this.words = words;
    this.ids = ids;
    this.deed = deed;
  }

  /// What happened, as a part of a sentence.
  String words() {
    return words;
  }

  /// The checks that find something, and no others do.
  Set<String> ids() {
    return ids;
  }

  void happenTo(Patient patient) throws Exception {
    deed.on(patient);
  }
}
