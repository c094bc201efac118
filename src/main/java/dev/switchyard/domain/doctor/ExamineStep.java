package dev.switchyard.domain.doctor;

import dev.switchyard.domain.Message;
import java.util.Locale;

/// What an examination waits for, in the order in which it does.
public enum ExamineStep {
  /// The settings files, and the environments that Claude Code is started in.
  ROUTE,
  /// The answers of the servers that the route and Switchyard name.
  SERVER,
  /// The project's folder, its git repository and its sessions.
  PROJECT,
  /// The installed programs, their versions, and the disk.
  PROGRAMS,
  /// What the model is built with, and whether it has room in memory.
  MODEL;

  public Message text() {
    return Message.of("doctor.step." + name().toLowerCase(Locale.ROOT));
  }
}
