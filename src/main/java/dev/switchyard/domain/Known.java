package dev.switchyard.domain;

import java.util.Optional;
import java.util.function.Function;

/// A figure or fact that may not be known: then the reason stands in its place, never -1, null or
/// an empty list.
public sealed interface Known<T> {
  /// @param get what is known
  record Value<T>(T get) implements Known<T> {}

  /// @param reason why it is not known, for the person
  record Unknown<T>(Message reason) implements Known<T> {}

  static <T> Known<T> of(T value) {
    return new Value<>(value);
  }

  static <T> Known<T> unknown(Message reason) {
    return new Unknown<>(reason);
  }

  default Optional<T> toOptional() {
    return switch (this) {
      case Value<T>(var value) -> Optional.of(value);
      case Unknown<T> _ -> Optional.empty();
    };
  }

  /// For an argument of a text: what is known, or the reason in its place.
  ///
  /// @param argument how what is known is written
  default Object orReason(Function<? super T, ?> argument) {
    return switch (this) {
      case Value<T>(var value) -> argument.apply(value);
      case Unknown<T>(var reason) -> reason;
    };
  }

  default <R> Known<R> map(Function<? super T, ? extends R> change) {
    return flatMap(value -> Known.of(change.apply(value)));
  }

  /// @param change what may itself not be known
  default <R> Known<R> flatMap(Function<? super T, Known<R>> change) {
    return switch (this) {
      case Value<T>(var value) -> change.apply(value);
      case Unknown<T>(var reason) -> Known.unknown(reason);
    };
  }
}
