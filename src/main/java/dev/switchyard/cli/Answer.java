package dev.switchyard.cli;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.ui.text.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// One command's answer as one JSON object, in the order in which it is filled.
///
/// A field that is not known is absent, and its reason stands in the object's `unknown` under its
/// path, such as `gpus[0].usedBytes`.
public final class Answer {
  private final Texts texts;
  private final Map<String, Object> fields = new LinkedHashMap<>();
  private final Map<String, String> unknown;
  private final String path;

  Answer(Texts texts) {
    this(texts, new LinkedHashMap<>(), "");
  }

  private Answer(Texts texts, Map<String, String> unknown, String path) {
    this.texts = texts;
    this.unknown = unknown;
    this.path = path;
  }

  public Answer put(String field, String value) {
    fields.put(field, value);
    return this;
  }

  public Answer put(String field, long value) {
    fields.put(field, value);
    return this;
  }

  public Answer put(String field, double value) {
    fields.put(field, value);
    return this;
  }

  public Answer put(String field, boolean value) {
    fields.put(field, value);
    return this;
  }

  public Answer put(String field, Message text) {
    return put(field, texts.text(text));
  }

  /// @param value a text, a number or a truth value; anything else is written as its text
  public Answer put(String field, Known<?> value) {
    switch (value) {
      case Known.Value<?>(var known) -> fields.put(field, plain(known));
      case Known.Unknown<?>(var reason) -> unknown(field, reason);
    }
    return this;
  }

  /// A field that is absent where it does not apply, without a reason.
  public Answer put(String field, Optional<?> value) {
    value.ifPresent(present -> fields.put(field, plain(present)));
    return this;
  }

  public Answer unknown(String field, Message reason) {
    unknown.put(path + field, texts.text(reason));
    return this;
  }

  public Answer strings(String field, Collection<String> values) {
    fields.put(field, List.copyOf(values));
    return this;
  }

  public Answer numbers(String field, Collection<Double> values) {
    fields.put(field, List.copyOf(values));
    return this;
  }

  public Answer messages(String field, Collection<Message> values) {
    return strings(field, values.stream().map(texts::text).toList());
  }

  /// Several texts as one, a line each.
  public Answer lines(String field, Collection<Message> values) {
    return put(field, String.join("\n", values.stream().map(texts::text).toList()));
  }

  public Answer map(String field, Map<String, String> values) {
    fields.put(field, new LinkedHashMap<>(values));
    return this;
  }

  public Answer object(String field, Consumer<Answer> fill) {
    var child = new Answer(texts, unknown, path + field + ".");
    fill.accept(child);
    fields.put(field, child.fields);
    return this;
  }

  public <T> Answer objects(String field, Collection<T> items, BiConsumer<Answer, T> fill) {
    var children = new ArrayList<Map<String, Object>>();
    for (var item : items) {
      var child = new Answer(texts, unknown, "%s%s[%d].".formatted(path, field, children.size()));
      fill.accept(child, item);
      children.add(child.fields);
    }
    fields.put(field, children);
    return this;
  }

  /// The object on one line.
  String json() {
    var all = new LinkedHashMap<>(fields);
    if (!unknown.isEmpty()) {
      all.put("unknown", unknown);
    }
    return JsonLine.of(all);
  }

  private static Object plain(Object value) {
    return value instanceof Number || value instanceof Boolean ? value : value.toString();
  }
}
