package dev.switchyard.ui.text;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Texts in the form that the image holds: sorted, so that one is found without reading the others.
/// A start asks for some hundred of the thousands that there are.
///
/// The form, as `packaging/TextTables.java` writes it: how many there are; where each key begins
/// and where its text does, and where the last one ends; then keys and texts in turns, in UTF-8, by
/// the order of the keys' bytes. All numbers are big-endian and of four bytes, places count from
/// the end of the numbers.
final class TextTable extends ResourceBundle {
  private final byte[] content;
  private final ByteBuffer numbers;
  private final int count;
  private final int begin;

  TextTable(byte[] content) {
    this.content = content;
    numbers = ByteBuffer.wrap(content);
    count = numbers.getInt(0);
    begin = (2 * count + 2) * Integer.BYTES;
  }

  @Override
  protected @Nullable Object handleGetObject(String key) {
    return find(key.getBytes(StandardCharsets.UTF_8)).map(at -> text(2 * at + 1)).orElse(null);
  }

  @Override
  public Enumeration<String> getKeys() {
    return Collections.enumeration(keys());
  }

  private List<String> keys() {
    return IntStream.range(0, count).mapToObj(at -> text(2 * at)).toList();
  }

  private Optional<Integer> find(byte[] key) {
    int low = 0;
    int high = count - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order =
          Arrays.compareUnsigned(
              content, place(2 * middle), place(2 * middle + 1), key, 0, key.length);
      if (order == 0) {
        return Optional.of(middle);
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return Optional.empty();
  }

  private String text(int index) {
    int from = place(index);
    return new String(content, from, place(index + 1) - from, StandardCharsets.UTF_8);
  }

  private int place(int index) {
    return begin + numbers.getInt((index + 1) * Integer.BYTES);
  }
}
