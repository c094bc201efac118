package dev.switchyard;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.model.BuildRequest;
import dev.switchyard.domain.model.ModelName;





import java.nio.file.Files;

import java.util.List;
import java.util.Map;

/// The ways in which the doctor's tests break a machine that worked, as people break it.
enum BrokenMachine {
  SERVER_STOPPED(List.of("server-down"), Patient::stopServer),

  ADDRESS_ENDS_IN_V1(
      List.of("base-url-v1"),
      patient -> patient.edit("(\"ANTHROPIC_BASE_URL\": \"[^\"]*)\"", "$1/v1\"")),

  WRONG_PORT(
      List.of("server-address"),
      patient -> patient.edit("(\"ANTHROPIC_BASE_URL\": \"http://localhost:)\\d+", "$11")),

  BROKEN_OFF_SETTINGS(List.of("settings-invalid"), patient -> patient.edit("\\}\\s*$", "")),

  COMMENT_IN_SETTINGS(
      List.of("settings-invalid"), patient -> patient.edit("^\\{", "{ // my models")),

  REAL_KEY_BESIDE_THE_TOKEN(
      List.of("credential-leak", "two-credentials"),
      patient ->
          patient.edit(
              "\"ANTHROPIC_API_KEY\": \"\"", "\"ANTHROPIC_API_KEY\": \"sk-ant-made-up-1\"")),

  KEY_HELPER_OF_THE_PERSON(
      List.of("credential-leak"),
      patient ->
          patient.write(
              patient.home().resolve(".claude/settings.json"),
              "{\"apiKeyHelper\": \"echo sk-ant-made-up-2\"}\n")),

  NO_CREDENTIAL(
      List.of("no-credential"),
      patient ->
          patient.edit(
              "\"ANTHROPIC_AUTH_TOKEN\": \"ollama\"", "\"ANTHROPIC_AUTH_TOKEN\": \"\"")),

  STRONGER_FILE_LEADS_AWAY(
      List.of("route-overruled"),
      patient ->
          patient.write(
              patient.localSettings(),
              """
              {
                "permissions": {"allow": ["Bash(ls:*)"]},
                "env": {"ANTHROPIC_BASE_URL": "", "ANTHROPIC_AUTH_TOKEN": ""}
              }
              """)),

  SETTINGS_ONE_FOLDER_UP(
      List.of("route-overruled"),
      patient -> {
        var above = Files.createDirectory(patient.project().resolveSibling(".claude"));
        Files.move(patient.settings(), above.resolve("settings.json"));
      }),

  SETTINGS_DELETED(
      List.of("route-overruled"),
      patient -> Files.delete(patient.settings())),

  ANOTHER_PROVIDER(
      List.of("cloud-provider"),
      patient ->
          patient.edit("\"CLAUDE_CODE_USE_BEDROCK\": \"0\"", "\"CLAUDE_CODE_USE_BEDROCK\": \"1\"")),

  PROXY_CATCHES_LOCALHOST(
      List.of("proxy"),
      patient ->
          patient.edit(
              "\"env\": \\{",
              "\"env\": {\n    \"HTTP_PROXY\": \"http://127.0.0.1:9\",\n    \"NO_PROXY\": \"\",")),

  NUMBER_FOR_A_TEXT(
      List.of("value-not-text"),
      patient ->
          patient.edit("(\"CLAUDE_CODE_MAX_OUTPUT_TOKENS\": )\"(\\d+)\"", "$1$2")),

  TIER_NOT_ROUTED(
      List.of("unrouted-models"),
      patient -> patient.edit("\\s*\"ANTHROPIC_DEFAULT_FABLE_MODEL\": \"coder\",", "")),

  BACKGROUND_ASKS_FOR_ANOTHER_MODEL(
      List.of("background-models"),
      patient -> patient.edit("(\"ANTHROPIC_DEFAULT_HAIKU_MODEL\": \")coder", "$1other")),

  AUTO_MODE(List.of("auto-mode"), patient -> patient.edit(",\\s*\"disableAutoMode\": \"disable\"", "")),

  ATTRIBUTION_HEADER(
      List.of("prefix-cache"),
      patient -> patient.edit("(\"CLAUDE_CODE_ATTRIBUTION_HEADER\": \")0", "$11")),

  CLAUDE_TOLD_TOO_MUCH(
      List.of("context-told"),
      patient -> patient.edit("(\"CLAUDE_CODE_MAX_CONTEXT_TOKENS\": \")65536", "$1131072")),

  MODEL_DELETED(
      List.of("model-missing"),
      patient -> {
        try (var server = patient.server()) {
          server.delete(ModelName.of(Patient.VARIANT));
        }
      }),

  /// As with `ollama create` and another Modelfile, which nobody saved.
  CONTEXT_OF_4096(
      List.of("context-too-small"),
      patient -> {
        try (var server = patient.server()) {
          server.build(
              new BuildRequest(
                  ModelName.of(Patient.VARIANT),
                  new dev.switchyard.domain.model.BuildSource.Installed(ModelName.of(Patient.BASE)),
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
      List.of("context-unset"),
      patient -> patient.edit("\"coder\"", "\"agent\"")),

  /// A program that asks with options of its own has the server load it so.
  LOADED_WITH_ANOTHER_CONTEXT(
      List.of("context-loaded"),
      patient -> patient.ask("{\"model\":\"coder\",\"prompt\":\"hello\",\"stream\":false,\"options\":{\"num_ctx\":8192,\"num_predict\":1}}"));

  private final List<String> ids;
  private final Deed deed;

  @FunctionalInterface
  private interface Deed {
    void on(Patient patient) throws Exception;
  }

  BrokenMachine(List<String> ids, Deed deed) {
    this.ids = ids;
    this.deed = deed;
  }

  /// The checks that find it, the one that mends it first.
  List<String> ids() {
    return ids;
  }

  void happenTo(Patient patient) throws Exception {
    deed.on(patient);
  }
}
