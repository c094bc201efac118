package dev.switchyard.domain.modelfile;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// How a Modelfile's bytes are text: UTF-8, or one of the forms that Ollama accepts when a byte
/// order mark announces them.
public enum TextForm {
  UTF_8(StandardCharsets.UTF_8, ""),
  UTF_8_WITH_MARK(StandardCharsets.UTF_8, TextForm.BYTE_ORDER_MARK),
  UTF_16_LITTLE_ENDIAN(StandardCharsets.UTF_16LE, TextForm.BYTE_ORDER_MARK),
  UTF_16_BIG_ENDIAN(StandardCharsets.UTF_16BE, TextForm.BYTE_ORDER_MARK);

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Charset charset;
  private final String mark;

  TextForm(Charset charset, String mark) {
    this.charset = charset;
    this.mark = mark;
  }

  /// A text and the form that it had.
  public record Decoded(String text, TextForm form) {}

  /// Empty where the bytes are no text in the form that they announce; Ollama would put replacement
  /// characters there, which could not be saved back.
  public static Optional<Decoded> decode(byte[] bytes) {
    var form = formOf(bytes);
    int start = form.markBytes().length;
    var content = ByteBuffer.wrap(bytes, start, bytes.length - start);
    try {
      return Optional.of(new Decoded(form.charset.newDecoder().decode(content).toString(), form));
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
  }

  public byte[] encode(String text) {
    return (mark + text).getBytes(charset);
  }

  private byte[] markBytes() {
    return mark.getBytes(charset);
  }

  private static TextForm formOf(byte[] bytes) {
    for (var form : values()) {
      if (!form.mark.isEmpty() && startsWith(bytes, form.markBytes())) {
        return form;
      }
    }
    return UTF_8;
  }

  private static boolean startsWith(byte[] bytes, byte[] mark) {
    return bytes.length >= mark.length
        && ByteBuffer.wrap(bytes, 0, mark.length).equals(ByteBuffer.wrap(mark));
  }
}
