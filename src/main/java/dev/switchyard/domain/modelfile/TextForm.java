package dev.switchyard.domain.modelfile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// How a Modelfile's bytes are text: UTF-8, or one of the forms that Ollama accepts when a byte
/// order mark announces them.
public enum TextForm {
  UTF_8(StandardCharsets.UTF_8),
  UTF_8_WITH_MARK(StandardCharsets.UTF_8, 0xef, 0xbb, 0xbf),
  UTF_16_LITTLE_ENDIAN(StandardCharsets.UTF_16LE, 0xff, 0xfe),
  UTF_16_BIG_ENDIAN(StandardCharsets.UTF_16BE, 0xfe, 0xff);

  private final Charset charset;
  private final byte[] mark;

  TextForm(Charset charset, int... mark) {
    this.charset = charset;
    this.mark = new byte[mark.length];
    for (int i = 0; i < mark.length; i++) {
      this.mark[i] = (byte) mark[i];
    }
  }

  /// A text and the form that it had.
  public record Decoded(String text, TextForm form) {}

  /// Empty where the bytes are no text in the form that they announce; Ollama would put replacement
  /// characters there, which could not be saved back.
  public static Optional<Decoded> decode(byte[] bytes) {
    var form = formOf(bytes);
    var content = ByteBuffer.wrap(bytes, form.mark.length, bytes.length - form.mark.length);
    try {
      return Optional.of(new Decoded(form.charset.newDecoder().decode(content).toString(), form));
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
  }

  public byte[] encode(String text) {
    var content = text.getBytes(charset);
    return ByteBuffer.allocate(mark.length + content.length)
        .order(ByteOrder.BIG_ENDIAN)
        .put(mark)
        .put(content)
        .array();
  }

  private static TextForm formOf(byte[] bytes) {
    for (var form : values()) {
      if (form.mark.length > 0 && startsWith(bytes, form.mark)) {
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
