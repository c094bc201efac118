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
    var unit = new UnitFile();
    unit.add(before.map(ConfigureServer::text).orElse(""), Message.of("doctor.place.file", ""));
    var all = new TreeMap<String, String>();
    unit.variables().forEach((name, placed) -> all.put(name, placed.value()));
    all.putAll(variables);
    return FileChange.of(service.overlay(), before, Optional.of(bytes(UnitFile.text(all))));
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

  /// A service that does not start with it gets back what it had.
  private void replaceAndRestart(FileChange change) throws PortException {
    files.replace(change.file(), change.before(), change.after());
    try {
      service.restart();
    } catch (PortException e) {
      files.replace(change.file(), change.after(), change.before());
      throw e;
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
