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

  /// A value that holds others.
  sealed interface Container extends JsonValue {
    /// What it holds, in the document's order; empty also where it lies too deep to be of interest.
    List<Member> members();
  }

  /// @param members the elements, each under its own text as name
  record Array(int start, int end, List<Member> members) implements Container {}

  record Structure(int start, int end, List<Member> members) implements Container {}

  /// @param start offset of the name's opening quote; of an array's element, of the element
  record Member(String name, int start, JsonValue value) {
    int end() {
      return value.end();
    }
  }
}
