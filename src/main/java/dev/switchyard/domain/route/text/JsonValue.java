package dev.switchyard.domain.route.text;

import java.util.List;

/// A value of a JSON document with the bytes that it takes: from `start` up to, not including,
/// `end`.
sealed interface JsonValue {
  int start();

  int end();

  /// @param text the string without quotes and escapes
  record Text(int start, int end, String text) implements JsonValue {}

  /// A number, `true`, `false` or `null`.
  ///
  /// @param raw as written
  record Literal(int start, int end, String raw) implements JsonValue {}

  record Array(int start, int end) implements JsonValue {}

  /// @param members in the document's order; empty also where the object lies too deep to be of
  ///   interest
  record Structure(int start, int end, List<Member> members) implements JsonValue {}

  /// @param start offset of the name's opening quote
  record Member(String name, int start, JsonValue value) {
    int end() {
      return value.end();
    }
  }
}
