package dev.switchyard.domain.model;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointKind;
import java.util.EnumSet;
import java.util.Set;

/// What a server of models may or may not do when it is asked from outside.
public enum Ability {
  LIST("list", "server.lacks.list"),
  DESCRIBE("describe", "server.lacks.describe"),
  LOADED("loaded", "server.lacks.loaded"),
  LOAD("load", "server.lacks.load"),
  UNLOAD("unload", "server.lacks.unload"),
  PULL("pull", "server.lacks.pull"),
  BUILD("build", "server.lacks.build"),
  COPY("copy", "server.lacks.copy"),
  DELETE("delete", "server.lacks.delete"),
  RECOMMEND("recommend", "server.lacks.recommend");

  private final String id;
  private final String refusal;

  Ability(String id, String refusal) {
    this.id = id;
    this.refusal = refusal;
  }

  /// As scripts name it.
  public String id() {
    return id;
  }

  /// What servers of a kind do.
  public static Set<Ability> of(EndpointKind kind) {
    return switch (kind.management()) {
      case EVERYTHING -> EnumSet.allOf(Ability.class);
      case LOADING -> EnumSet.of(LIST, LOAD, UNLOAD);
      case NOTHING -> EnumSet.of(LIST);
    };
  }

  /// What this kind lacks, and what to do instead.
  public Message lackOf(EndpointKind kind) {
    return Message.of(refusal, kind.product());
  }

  PortException refusedBy(EndpointKind kind) {
    return new PortException(PortException.Kind.REFUSED, lackOf(kind));
  }
}
