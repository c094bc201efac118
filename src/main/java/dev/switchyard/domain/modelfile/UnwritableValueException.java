package dev.switchyard.domain.modelfile;

import dev.switchyard.domain.Message;

/// A value that a Modelfile has no way to write: it holds a control character, or a line that ends
/// in `"""`.
public final class UnwritableValueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Message text;

  UnwritableValueException(String what) {
    super("cannot be written in a Modelfile: " + what);
    this.text = Message.of("modelfile.error.unwritable", what);
  }

  public Message text() {
    return text;
  }
}
