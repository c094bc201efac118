package dev.switchyard.cli;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;

/// Tells picocli of an option without an annotation.
final class PlainOption {
  private PlainOption() {}

  /// One that takes a value.
  ///
  /// @param field is given what was read
  static <T> OptionSpec.Builder value(String name, Class<T> type, Consumer<@Nullable T> field) {
    return OptionSpec.builder(name).type(type).setter(setter(type, field));
  }

  /// One that is named or not.
  static OptionSpec.Builder flag(String name, Consumer<Boolean> field) {
    return OptionSpec.builder(name)
        .type(boolean.class)
        .setter(setter(Boolean.class, value -> field.accept(Boolean.TRUE.equals(value))));
  }

  private static <T> ISetter setter(Class<T> type, Consumer<@Nullable T> field) {
    return new ISetter() {
      @Override
      public <V> V set(V value) {
        field.accept(type.cast(value));
        return value;
      }
    };
  }
}
