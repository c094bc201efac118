package dev.switchyard.domain.route.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A settings file that Switchyard may change: one that Claude Code itself would load, in UTF-8,
/// with no key twice that matters. Changing it means getting new text; nothing here touches a file.
public final class SettingsText {
  /// In these a name may stand only once; in the array a text may stand as often as it likes.
  private static final List<Section> OBJECTS =
      List.of(Section.TOP, Section.ENV, Section.PERMISSIONS);

  private static final List<Section> INNERMOST_FIRST =
      List.of(Section.DENY, Section.PERMISSIONS, Section.ENV);

  private final Path file;
  private final JsonDocument document;
  private final boolean present;

  private SettingsText(Path file, JsonDocument document, boolean present) {
    this.file = file;
    this.document = document;
    this.present = present;
  }

  /// @param file named in messages; it is not read
  /// @param content what stands in the file, empty where there is no file
  /// @throws PortException MALFORMED for what is no JSON, REFUSED for JSON that Claude Code skips
  ///   as a whole and for UTF-16
  public static SettingsText parse(Path file, Optional<byte[]> content) throws PortException {
    var document = JsonDocument.parse(file, content.orElse(new byte[0]));
    var text = new SettingsText(file, document, content.isPresent());
    text.requireLoadable();
    return text;
  }

  /// The same for a file that is only read: UTF-16 and bytes that are no text are accepted as
  /// Claude Code accepts them.
  public static SettingsText parseForReading(Path file, byte[] content) throws PortException {
    return parse(file, Optional.of(SettingsEncoding.toUtf8(content)));
  }

  /// An administrator's file: Claude Code passes over the members whose type is wrong and takes the
  /// others.
  ///
  /// @throws PortException where it is no JSON object, with which Claude Code does not start
  public static SettingsText parseManaged(Path file, byte[] content) throws PortException {
    var document = JsonDocument.parse(file, SettingsEncoding.toUtf8(content));
    var text = new SettingsText(file, document, true);
    text.requireObject();
    return text;
  }

  /// Whether there is nothing but white space in the file; Claude Code complains about one, for us
  /// it counts as `{}`.
  public boolean isBlank() {
    return document.root().isEmpty();
  }

  /// The value of a string member, or a literal as JavaScript turns it into a string: what Claude
  /// Code puts into the environment.
  public Optional<SettingValue> value(SettingKey key) {
    return accepted(key).map(this::settingValue);
  }

  /// The texts of an array; empty where there is no such array.
  public Optional<List<String>> texts(SettingKey key) {
    return accepted(key)
        .filter(JsonValue.Array.class::isInstance)
        .map(array ->
            ((JsonValue.Array) array).members().stream().map(JsonValue.Member::name).toList());
  }

  private Optional<JsonValue> accepted(SettingKey key) {
    return document
        .member(key)
        .map(JsonValue.Member::value)
        .filter(
            value -> key.section() == Section.ENV || CheckedKeys.accepts(key.displayName(), value));
  }

  /// All names in one object, and all texts in an array, in order.
  public List<String> names(Section section) {
    return document.holder(section).stream()
        .flatMap(container -> container.members().stream())
        .map(JsonValue.Member::name)
        .distinct()
        .toList();
  }

  /// What stands at these keys now.
  public Standing standing(Collection<SettingKey> keys) {
    var holders = new EnumMap<Section, Standing.Holder>(Section.class);
    var values = new LinkedHashMap<SettingKey, Optional<String>>();
    for (var key : inDocumentOrder(keys)) {
      values.put(key, raw(key));
    }
    for (var section : Section.values()) {
      if (section == Section.TOP
          || keys.stream().anyMatch(key -> key.section().isWithin(section))) {
        holders.put(section, holderState(section));
      }
    }
    return new Standing(holders, values);
  }

  /// The text with other values at some keys.
  ///
  /// @param changes for each key the new value as JSON, empty to remove the member
  /// @throws PortException REFUSED if one of the keys, or the object that holds it, stands there
  ///   twice
  public SettingsText with(Map<SettingKey, Optional<String>> changes) throws PortException {
    requireUnique(changes.keySet());
    var splices = new Splices();
    new MemberEdits(document, splices).apply(changes);
    var bytes = splices.applyTo(document.bytes());
    return Arrays.equals(bytes, document.bytes()) ? this : reparsed(bytes);
  }

  /// The text with all keys of a standing as they were then. Objects that were not there then go
  /// when nothing is left in them, and ones that were empty look as they did.
  ///
  /// @return empty when the file is to be removed
  public Optional<SettingsText> restored(Standing standing) throws PortException {
    var text = with(standing.values());
    for (var section : INNERMOST_FIRST) {
      var before = standing.holders().get(section);
      if (before != null && text.isEmpty(section)) {
        text = text.withEmptied(section, before);
      }
    }
    return text.isBlank() || text.isEmptyObject()
        ? text.withFileAs(standing.holders().get(Section.TOP))
        : Optional.of(text);
  }

  public byte[] bytes() {
    return document.bytes().clone();
  }

  @Override
  public String toString() {
    return new String(document.bytes(), UTF_8);
  }

  private SettingsText withEmptied(Section section, Standing.Holder before) throws PortException {
    var raw =
        switch (before) {
          case Standing.Holder.Absent() -> Optional.<String>empty();
          case Standing.Holder.Empty(var text) -> Optional.of(text);
          case Standing.Holder.Filled() -> raw(section.asKey());
        };
    return with(Map.of(section.asKey(), raw));
  }

  private Optional<SettingsText> withFileAs(Standing.@Nullable Holder before) throws PortException {
    return switch (before) {
      case Standing.Holder.Absent() -> Optional.empty();
      case Standing.Holder.Empty(var whole) -> Optional.of(reparsed(whole.getBytes(UTF_8)));
      case Standing.Holder.Filled() -> unlessGone();
      case null -> unlessGone();
    };
  }

  /// A file that somebody removed stays removed, unless there is something to put into it.
  private Optional<SettingsText> unlessGone() {
    return Optional.of(this).filter(text -> text.present);
  }

  private SettingsText reparsed(byte[] bytes) throws PortException {
    return parse(file, Optional.of(bytes));
  }

  private boolean isEmptyObject() {
    return isEmpty(Section.TOP);
  }

  private Standing.Holder holderState(Section section) {
    if (section == Section.TOP) {
      return !present
          ? new Standing.Holder.Absent()
          : isBlank() || isEmptyObject()
              ? new Standing.Holder.Empty(toString())
              : new Standing.Holder.Filled();
    }
    return document
        .holder(section)
        .<Standing.Holder>map(container ->
            container.members().isEmpty()
                ? new Standing.Holder.Empty(document.raw(container))
                : new Standing.Holder.Filled())
        .orElseGet(Standing.Holder.Absent::new);
  }

  private boolean isEmpty(Section section) {
    return document.holder(section).filter(holder -> holder.members().isEmpty()).isPresent();
  }

  private Optional<String> raw(SettingKey key) {
    return document.member(key).map(member -> document.raw(member.value()));
  }

  private SettingValue settingValue(JsonValue value) {
    return switch (value) {
      case JsonValue.Text text -> new SettingValue(text.text(), true);
      case JsonValue.Literal literal -> new SettingValue(JavaScript.number(literal.raw()), false);
      case JsonValue.Structure _ -> new SettingValue("[object Object]", false);
      case JsonValue.Array array -> new SettingValue(joined(array), false);
    };
  }

  /// An array as JavaScript turns it into a string.
  private String joined(JsonValue.Array array) {
    return array.members().stream()
        .map(element -> settingValue(element.value()).text())
        .map(text -> text.equals("null") ? "" : text)
        .collect(Collectors.joining(","));
  }

  private List<SettingKey> inDocumentOrder(Collection<SettingKey> keys) {
    return keys.stream().sorted(Comparator.comparingInt(this::offset)).toList();
  }

  private int offset(SettingKey key) {
    return document.member(key).map(JsonValue.Member::start).orElse(Integer.MAX_VALUE);
  }

  private void requireLoadable() throws PortException {
    requireObject();
    var fault = document.root().flatMap(root -> CheckedKeys.firstFault((JsonValue.Structure) root));
    if (fault.isPresent()) {
      throw refused("route.settings.wrong-type", fault.get().name(), fault.get().expected());
    }
  }

  private void requireObject() throws PortException {
    if (document.root().filter(root -> !(root instanceof JsonValue.Structure)).isPresent()) {
      throw refused("route.settings.not-an-object");
    }
  }

  private void requireUnique(Collection<SettingKey> keys) throws PortException {
    var touched = keys.stream().flatMap(SettingsText::withHolders).distinct().toList();
    for (var section : OBJECTS) {
      var names =
          touched.stream().filter(key -> key.section() == section).map(SettingKey::name).toList();
      requireUnique(section, names);
    }
  }

  /// A key and the members that hold it.
  private static Stream<SettingKey> withHolders(SettingKey key) {
    return Stream.iterate(key, at -> !at.name().isEmpty(), at -> at.section().asKey());
  }

  private void requireUnique(Section section, Collection<String> names) throws PortException {
    var seen = new HashSet<String>();
    for (var member :
        document.holder(section).map(JsonValue.Container::members).orElse(List.of())) {
      if (names.contains(member.name()) && !seen.add(member.name())) {
        throw refused(
            "route.settings.duplicate", new SettingKey(section, member.name()).displayName());
      }
    }
  }

  private PortException refused(String key, Object... details) {
    var arguments = new ArrayList<Object>(List.of(file.toString()));
    arguments.addAll(List.of(details));
    return new PortException(PortException.Kind.REFUSED, new Message(key, arguments));
  }
}
