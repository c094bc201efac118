package dev.switchyard.domain.endpoint.detect;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// All that one address answered.
record Responses(List<Response> all) {
  Optional<Response> at(String path) {
    return all.stream().filter(one -> one.question().path().equals(path)).findFirst();
  }

  /// What was answered without an objection; empty otherwise.
  String body(String path) {
    return at(path).filter(Response::isAnswer).map(Response::body).orElse("");
  }

  /// Whether an answer holds this, be it a value or an object.
  boolean has(String path, String fact) {
    return facts(path).containsKey(fact);
  }

  boolean is(String path, String fact, String value) {
    return value.equals(facts(path).get(fact));
  }

  Optional<String> fact(String path, String fact) {
    return Optional.ofNullable(facts(path).get(fact)).filter(value -> !value.isBlank());
  }

  private Map<String, String> facts(String path) {
    return at(path).filter(Response::isAnswer).map(Response::facts).orElse(Map.of());
  }

  boolean anyBody(String words) {
    return all.stream().anyMatch(one -> one.body().contains(words));
  }

  String servers() {
    return all.stream().map(Response::server).distinct().collect(Collectors.joining(" "));
  }

  boolean asksForToken() {
    return all.stream().anyMatch(Response::asksForToken);
  }
}
