package dev.switchyard.adapter.file;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.capability.Evidence;
import dev.switchyard.domain.capability.Finding;
import dev.switchyard.domain.capability.Judgement;
import dev.switchyard.domain.capability.Report;
import dev.switchyard.domain.capability.Verdict;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.Version;
import dev.switchyard.domain.model.ModelName;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A report as JSON, as it is kept.
public final class ReportJson {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private ReportJson() {}

  public static byte[] write(Report report) {
    var root = MAPPER.createObjectNode();
    root.put("model", report.model().toString())
        .put("digest", report.digest())
        .put("server", report.server().toString())
        .put("version", report.version().toString())
        .put("at", report.at().toString());
    switch (report.contextLength()) {
      case Known.Value<Integer>(var tokens) -> root.put("contextLength", tokens);
      case Known.Unknown<Integer>(var reason) ->
          MessageJson.write(root.putObject("noContextLength"), reason);
    }
    var findings = root.putArray("findings");
    report.findings().forEach(finding -> write(findings.addObject(), finding));
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
  }

  private static void write(ObjectNode node, Finding finding) {
    node.put("probe", finding.probe()).put("verdict", finding.verdict().name());
    MessageJson.write(node.putObject("reason"), finding.judgement().reason());
    var evidence = node.putArray("evidence");
    finding.evidence().forEach(one -> write(evidence.addObject(), one));
  }

  private static void write(ObjectNode node, Evidence evidence) {
    node.put("path", evidence.path()).put("sent", evidence.sent());
    evidence.status().ifPresent(status -> node.put("status", status));
    node.put("received", evidence.received()).put("tookMs", evidence.took().toMillis());
  }

  /// Empty for what an earlier or later Switchyard wrote in another form: it is probed again.
  public static Optional<Report> read(byte[] content) {
    try {
      var root = MAPPER.readTree(content);
      return Optional.of(
          new Report(
              ModelName.of(root.required("model").stringValue()),
              root.required("digest").stringValue(),
              EndpointUrl.parse(root.required("server").stringValue()).orElseThrow(),
              Version.parse(root.required("version").stringValue()).orElseThrow(),
              Instant.parse(root.required("at").stringValue()),
              contextLength(root),
              root.required("findings").values().stream().map(ReportJson::finding).toList()));
    } catch (JacksonException
        | IllegalArgumentException
        | DateTimeException
        | NoSuchElementException _) {
      return Optional.empty();
    }
  }

  private static Known<Integer> contextLength(JsonNode root) {
    var tokens = root.path("contextLength");
    return tokens.isInt()
        ? Known.of(tokens.intValue())
        : Known.unknown(MessageJson.read(root.path("noContextLength")));
  }

  private static Finding finding(JsonNode node) {
    Message reason = MessageJson.read(node.required("reason"));
    return new Finding(
        node.required("probe").stringValue(),
        new Judgement(Verdict.valueOf(node.required("verdict").stringValue()), reason),
        node.required("evidence").values().stream().map(ReportJson::evidence).toList());
  }

  private static Evidence evidence(JsonNode node) {
    return new Evidence(
        node.required("path").stringValue(),
        node.required("sent").stringValue(),
        Optional.of(node.path("status")).filter(JsonNode::isInt).map(JsonNode::intValue),
        node.required("received").stringValue(),
        Duration.ofMillis(node.required("tookMs").longValue()));
  }
}
