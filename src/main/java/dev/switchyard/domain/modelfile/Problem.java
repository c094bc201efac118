package dev.switchyard.domain.modelfile;

import dev.switchyard.domain.Message;

/// Something about a Modelfile that the person should know, at its place.
///
/// @param severity whether it can be built all the same
/// @param span where it stands
/// @param text what is wrong and what to do
/// @param parserWords how Ollama itself words it, for those who search for it; empty where Ollama
///   says nothing
public record Problem(Severity severity, Span span, Message text, String parserWords) {
  /// How bad it is.
  public enum Severity {
    /// Ollama, or Switchyard for a stated reason, refuses to build it.
    ERROR,
    /// It builds, and then does not do what the person probably wants.
    WARNING,
    /// Good to know.
    NOTE
  }

  static Problem error(Span span, String parserWords, Message text) {
    return new Problem(Severity.ERROR, span, text, parserWords);
  }

  static Problem warning(Span span, Message text) {
    return new Problem(Severity.WARNING, span, text, "");
  }

  static Problem note(Span span, Message text) {
    return new Problem(Severity.NOTE, span, text, "");
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
