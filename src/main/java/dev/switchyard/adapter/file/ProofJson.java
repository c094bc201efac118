package dev.switchyard.adapter.file;

import dev.switchyard.adapter.json.JsonTree;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.probe.CredentialKind;
import dev.switchyard.domain.probe.Difference;
import dev.switchyard.domain.probe.EndpointEvidence;
import dev.switchyard.domain.probe.Proof;
import dev.switchyard.domain.probe.WhatSeen;
import dev.switchyard.domain.probe.WhereSeen;
import dev.switchyard.domain.route.Destination;
import dev.switchyard.domain.route.Layer;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A proof as JSON. A text that a server or Claude Code wrote is left out: it may repeat what it
/// was told.
final class ProofJson {

  /// Their last argument is a text from outside.
  private static final String FROM_OUTSIDE = "answer-failed";

  private ProofJson() {}

  static byte[] write(Proof proof) {
    var root = JsonNodeFactory.instance.objectNode();
    root.put("folder", proof.folder().toString())
        .put("fingerprint", proof.fingerprint())
        .put("at", proof.at().toString())
        .put("program", proof.program().toString())
        .put("claudeVersion", proof.claudeVersion())
        .put("destination", proof.destination().name());
    proof.where().toOptional().ifPresent(seen -> write(root.putObject("where"), seen));
    proof.what().toOptional().ifPresent(seen -> write(root.putObject("what"), seen));
    var differences = root.putArray("differences");
    proof.differences().forEach(one -> write(differences.addObject(), one));
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
  }

  private static void write(ObjectNode node, WhereSeen seen) {
    node.put("model", seen.model()).put("tookMs", seen.took().toMillis());
    seen.servedByAnthropic().ifPresent(value -> node.put("servedByAnthropic", value));
    seen.answerId().ifPresent(id -> node.put("answerId", id));
    seen.promptTokens().ifPresent(tokens -> node.put("promptTokens", tokens));
    seen.contextTokens().ifPresent(tokens -> node.put("contextTokens", tokens));
    seen.firstToken().ifPresent(time -> node.put("firstTokenMs", time.toMillis()));
    node.put("evidence", seen.evidence().wireName());
    var models = node.putArray("models");
    seen.models().forEach(models::add);
  }

  private static void write(ObjectNode node, WhatSeen seen) {
    var models = node.putArray("models");
    seen.models().forEach(models::add);
    var credentials = node.putObject("credentials");
    seen.credentials().forEach((header, kind) -> credentials.put(header, kind.name()));
    node.put("firstPromptBytes", seen.firstPromptBytes())
        .put("requests", seen.requests())
        .put("subAgents", seen.subAgents());
    seen.prefixDiffersAt().ifPresent(part -> node.put("prefixDiffersAt", part));
  }

  private static void write(ObjectNode node, Difference difference) {
    node.put("id", difference.id());
    difference.layer().ifPresent(layer -> node.put("layer", layer.name()));
    node.put("text", difference.text().key());
    var arguments = node.putArray("arguments");
    boolean fromOutside = difference.id().equals(FROM_OUTSIDE);
    difference.text().arguments().stream()
        .limit(fromOutside ? difference.text().arguments().size() - 1 : Integer.MAX_VALUE)
        .forEach(argument -> MessageJson.write(arguments.addObject(), argument));
    if (fromOutside) {
      arguments.addObject().put("text", "…");
    }
  }

  /// Empty for what an earlier or later Switchyard wrote in another form: it is proven again.
  static Optional<Proof> read(byte[] content) {
    try {
      var root = JsonTree.read(content);
      return Optional.of(
          new Proof(
              Path.of(root.path("folder").asString()),
              root.path("fingerprint").asString(),
              Instant.parse(root.path("at").asString()),
              Path.of(root.path("program").asString()),
              root.path("claudeVersion").asString(),
              Destination.valueOf(root.path("destination").asString()),
              root.has("where") ? Known.of(where(root.path("where"))) : notProven(),
              root.has("what") ? Known.of(what(root.path("what"))) : notProven(),
              root.path("differences").values().stream().map(ProofJson::difference).toList()));
    } catch (JacksonException | IllegalArgumentException | DateTimeException _) {
      return Optional.empty();
    }
  }

  private static <T> Known<T> notProven() {
    return Known.unknown(Message.of("verify.skipped.then"));
  }

  private static WhereSeen where(JsonNode node) {
    return new WhereSeen(
        node.path("model").asString(),
        node.path("servedByAnthropic").asBooleanOpt(),
        node.path("answerId").asStringOpt(),
        texts(node.path("models")),
        number(node.path("promptTokens")),
        number(node.path("contextTokens")).map(Long::intValue),
        number(node.path("firstTokenMs")).map(Duration::ofMillis),
        Duration.ofMillis(node.path("tookMs").asLong()),
        evidence(node.path("evidence").asString(), node.path("model").asString()),
        Optional.empty());
  }

  private static EndpointEvidence evidence(String name, String model) {
    return switch (name) {
      case "model-loaded" -> new EndpointEvidence.Loaded(model);
      case "expiry-moved" -> new EndpointEvidence.Moved(model);
      case "silent" -> new EndpointEvidence.Silent();
      default -> new EndpointEvidence.NotShown(Message.of("verify.skipped.then"));
    };
  }

  private static WhatSeen what(JsonNode node) {
    Map<String, CredentialKind> credentials = new LinkedHashMap<>();
    node.path("credentials")
        .properties()
        .forEach(entry ->
            credentials.put(entry.getKey(), CredentialKind.valueOf(entry.getValue().asString())));
    return new WhatSeen(
        texts(node.path("models")),
        credentials,
        node.path("firstPromptBytes").asLong(),
        node.path("requests").asInt(),
        node.path("subAgents").asInt(),
        node.path("prefixDiffersAt").asStringOpt());
  }

  private static Difference difference(JsonNode node) {
    return new Difference(
        node.path("id").asString(),
        node.path("layer").asStringOpt().map(name -> Layer.valueOf(name.toUpperCase(Locale.ROOT))),
        Message.of(node.path("text").asString(), MessageJson.arguments(node.path("arguments"))));
  }

  private static Optional<Long> number(JsonNode node) {
    return node.isNumber() ? Optional.of(node.asLong()) : Optional.empty();
  }

  private static List<String> texts(JsonNode nodes) {
    return nodes.values().stream().map(JsonNode::asString).toList();
  }
}
