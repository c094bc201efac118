package dev.switchyard.adapter.demo;

import org.jspecify.annotations.Nullable;

/// The simulated server says no.
final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String contentType;
  private final String text;

  Refusal(int status, String contentType, String text, @Nullable Throwable cause) {
    super(text, cause);
    this.status = status;
    this.contentType = contentType;
    this.text = text;
  }

  static Refusal of(int status, String text) {
    return new Refusal(status, Exchange.JSON_UTF8, text, null);
  }

  /// Refusals of streaming endpoints come without a charset.
  static Refusal plain(int status, String text) {
    return new Refusal(status, Exchange.JSON, text, null);
  }

  int status() {
    return status;
  }

  String contentType() {
    return contentType;
  }

  String text() {
    return text;
  }
}
