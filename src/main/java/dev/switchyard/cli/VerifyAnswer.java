package dev.switchyard.cli;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.probe.Difference;
import dev.switchyard.domain.probe.Proof;
import dev.switchyard.domain.probe.WhatSeen;
import dev.switchyard.domain.probe.WhereSeen;
import dev.switchyard.domain.route.Layer;
import java.time.Duration;

/// A proof as an answer: for scripts and for people.
final class VerifyAnswer {
  private VerifyAnswer() {}

  static void fill(Answer answer, Proof proof) {
    answer
        .put("folder", proof.folder().toString())
        .put("proven", proof.proven())
        .put("destination", proof.destination().wireName())
        .strings("models", proof.models())
        .put("firstPromptTokens", proof.firstPromptTokens());
    what(answer, proof.what());
    answer.objects("differences", proof.differences(), VerifyAnswer::fill);
    where(answer, proof.where());
    answer.put("at", proof.at().toString()).put("claudeVersion", proof.claudeVersion());
  }

  /// The remembered proof, as part of another answer.
  static void fillShort(Answer answer, Proof proof) {
    answer
        .put("proven", proof.proven())
        .put("at", proof.at().toString())
        .put("claudeVersion", proof.claudeVersion())
        .put("firstPromptTokens", proof.where().toOptional().flatMap(WhereSeen::promptTokens))
        .objects("differences", proof.differences(), VerifyAnswer::fill);
  }

  static void printShort(Console console, Proof proof) {
    console.line(
        proof.proven() ? "cli.route.proven" : "cli.route.disproven",
        console.time(proof.at()),
        proof.claudeVersion());
  }

  private static void what(Answer answer, Known<WhatSeen> what) {
    switch (what) {
      case Known.Value<WhatSeen>(var seen) -> {
        answer
            .strings(
                "credentialHeaders",
                seen.credentials().entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + entry.getValue().wireName())
                    .toList())
            .put("prefixStable", seen.prefixDiffersAt().isEmpty())
            .put("prefixDiffersAt", seen.prefixDiffersAt())
            .put("firstPromptBytes", seen.firstPromptBytes())
            .put("subAgentRequests", seen.subAgents());
      }
      case Known.Unknown<WhatSeen>(var reason) -> {
        answer.unknown("credentialHeaders", reason);
        answer.unknown("prefixStable", reason);
      }
    }
  }

  private static void where(Answer answer, Known<WhereSeen> where) {
    switch (where) {
      case Known.Value<WhereSeen>(var seen) -> {
        answer
            .put("servedByAnthropic", seen.servedByAnthropic())
            .put("answerId", seen.answerId())
            .put("endpointEvidence", seen.evidence().wireName())
            .put("firstTokenMs", seen.firstToken().map(Duration::toMillis))
            .put("tookMs", seen.took().toMillis());
      }
      case Known.Unknown<WhereSeen>(var reason) -> answer.unknown("endpointEvidence", reason);
    }
  }

  private static void fill(Answer answer, Difference difference) {
    answer
        .put("id", difference.id())
        .put("layer", difference.layer().map(Layer::wireName))
        .put("text", difference.text());
  }

  static void print(Console console, Proof proof) {
    console.line(
        proof.proven() ? "cli.verify.proven" : "cli.verify.not-proven",
        proof.folder().toString(),
        Message.of("route.destination." + proof.destination().wireName()),
        proof.claudeVersion());
    for (var difference : proof.differences()) {
      console.line(
          "cli.verify.difference",
          difference.layer().map(Layer::wireName).orElse("–"),
          difference.text());
    }
    switch (proof.where()) {
      case Known.Value<WhereSeen>(var seen) ->
          console.line(
              "cli.verify.where",
              String.join(", ", seen.models()),
              seen.promptTokens().orElse(0L),
              seen.firstToken().map(Duration::toMillis).orElse(0L),
              Message.of("verify.evidence." + seen.evidence().wireName()));
      case Known.Unknown<WhereSeen>(var reason) -> console.line("cli.verify.where-skipped", reason);
    }
    switch (proof.what()) {
      case Known.Value<WhatSeen>(var seen) ->
          console.line(
              "cli.verify.what",
              seen.requests(),
              seen.subAgents(),
              String.join(", ", seen.models()));
      case Known.Unknown<WhatSeen>(var reason) -> console.line("cli.verify.what-skipped", reason);
    }
  }
}
