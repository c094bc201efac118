package dev.switchyard.domain.doctor;

import dev.switchyard.domain.FileChange;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.TextFiles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Sets variables of the person's own service, in a file of Switchyard's beside its unit, and
/// starts it anew.
public final class ConfigureServer {
  private final TextFiles files;
  private final ServiceControl service;

  public ConfigureServer(TextFiles files, ServiceControl service) {
    this.files = files;
    this.service = service;
  }

  Preview preview(Step.Configure step) throws PortException {
    var names = String.join(", ", new TreeMap<>(step.variables()).keySet());
    return new Preview(
        Message.of("doctor.preview.configure", names),
        List.of(change(step.variables())),
        Message.of("doctor.undo.configure"));
  }

  private FileChange change(Map<String, String> variables) throws PortException {
    var before = files.read(service.overlay());
    var after =
        UnitFile.with(before.map(ConfigureServer::text).orElse(""), new TreeMap<>(variables));
    return FileChange.of(service.overlay(), before, Optional.of(bytes(after)));
  }

  Done.Configured configure(Step.Configure step) throws PortException {
    var change = change(step.variables());
    replaceAndRestart(change);
    return new Done.Configured(
        change.file(),
        change.before().map(ConfigureServer::text),
        change.after().map(ConfigureServer::text).orElse(""));
  }

  /// @throws PortException CONFLICT where somebody has changed the file since
  void undo(Done.Configured done) throws PortException {
    replaceAndRestart(
        FileChange.of(
            done.file(),
            Optional.of(bytes(done.after())),
            done.before().map(ConfigureServer::bytes)));
  }

  /// A service that does not start with it gets back what it had, and is started with that.
  private void replaceAndRestart(FileChange change) throws PortException {
    files.replace(change.file(), change.before(), change.after());
    try {
      service.restart();
    } catch (PortException e) {
      throw takenBack(change, e);
    }
  }

  /// @return what is to be told: the reason first, and in what state the service is now
  private PortException takenBack(FileChange change, PortException reason) {
    try {
      files.replace(change.file(), change.after(), change.before());
    } catch (PortException e) {
      return told("doctor.service.file-left", reason, change.file().toString(), e);
    }
    try {
      service.restart();
    } catch (PortException e) {
      return told("doctor.service.down", reason, change.file().toString(), e);
    }
    return new PortException(
        reason.kind(), Message.of("doctor.service.taken-back", reason.text()), reason);
  }

  private static PortException told(
      String key, PortException reason, String file, PortException second) {
    var told =
        new PortException(
            reason.kind(), Message.of(key, reason.text(), file, second.text()), reason);
    told.addSuppressed(second);
    return told;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
