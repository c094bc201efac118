package dev.switchyard.domain.usage;

import dev.switchyard.domain.Message;

/// Who answered, as far as that can be known.
public sealed interface Place {
  /// A server on this machine.
  record Local(Basis basis) implements Place {}

  /// Claude, at Anthropic or at a cloud provider for it.
  record Cloud() implements Place {}

  /// Another host than this machine, and not Claude's cloud.
  record Other() implements Place {}

  /// @param reason why it is not known
  record NotKnown(Message reason) implements Place {}

  /// What tells that it was this machine.
  enum Basis {
    /// A switch of Switchyard's routed the project there at that time.
    ROUTE,
    /// An assumption: an Ollama answered, and the one on this machine has a model of this name.
    INSTALLED
  }

  /// What figures are added up by.
  enum Kind {
    LOCAL("local"),
    CLOUD("cloud"),
    OTHER("other"),
    NOT_KNOWN("notKnown");

    private final String wireName;

    Kind(String wireName) {
      this.wireName = wireName;
    }

    /// As the command line's JSON names it.
    public String wireName() {
      return wireName;
    }

    public Message title() {
      return Message.of("usage.place." + wireName);
    }
  }

  default Kind kind() {
    return switch (this) {
      case Local _ -> Kind.LOCAL;
      case Cloud _ -> Kind.CLOUD;
      case Other _ -> Kind.OTHER;
      case NotKnown _ -> Kind.NOT_KNOWN;
    };
  }
}
