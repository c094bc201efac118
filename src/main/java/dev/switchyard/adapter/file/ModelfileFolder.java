package dev.switchyard.adapter.file;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.modelfile.Modelfile;
import dev.switchyard.domain.modelfile.ModelfileStore;
import dev.switchyard.domain.modelfile.SavedName;
import dev.switchyard.domain.modelfile.TextForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The saved Modelfiles as files of one folder.
public final class ModelfileFolder implements ModelfileStore {
  private final Path folder;

  public ModelfileFolder(Path folder) {
    this.folder = folder;
  }

  @Override
  public List<String> names() throws PortException {
    try (var files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .filter(fileName -> !fileName.startsWith("."))
          .flatMap(fileName -> SavedName.fromFileName(fileName).stream())
          .distinct()
          .sorted(String.CASE_INSENSITIVE_ORDER.thenComparing(String::compareTo))
          .toList();
    } catch (NoSuchFileException _) {
      return List.of();
    } catch (IOException e) {
      throw FileFailures.explain(folder, e);
    }
  }

  @Override
  public Optional<Saved> read(String name) throws PortException {
    var file = fileOf(name);
    var bytes = AtomicFiles.read(file);
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    var decoded =
        TextForm.decode(bytes.get())
            .orElseThrow(() ->
                new PortException(
                    PortException.Kind.MALFORMED, Message.of("modelfile.notText", file)));
    return Optional.of(new Saved(name, Modelfile.parse(decoded.text()), decoded.form(), file));
  }

  @Override
  public Saved save(String name, Modelfile modelfile, Optional<Saved> before) throws PortException {
    var file = fileOf(name);
    var form = before.map(Saved::form).orElse(TextForm.UTF_8);
    var expected = before.map(saved -> saved.form().encode(saved.modelfile().text()));
    SharedFiles.ofAnyContent().replace(file, expected, form.encode(modelfile.text()));
    return new Saved(name, modelfile, form, file);
  }

  @Override
  public void delete(String name) throws PortException {
    AtomicFiles.delete(fileOf(name));
  }

  /// A file that a person named by hand counts under the name that it has; otherwise the encoded
  /// name.
  @Override
  public Path fileOf(String name) throws PortException {
    var encoded =
        SavedName.toFileName(name)
            .orElseThrow(() ->
                new PortException(
                    PortException.Kind.REFUSED, Message.of("modelfile.unsavableName", name)));
    var file = folder.resolve(encoded);
    boolean isPlain = name.indexOf('/') < 0 && name.indexOf('\\') < 0 && !name.startsWith(".");
    if (isPlain && !encoded.equals(name) && !Files.exists(file) && existsAs(name)) {
      return folder.resolve(name);
    }
    return file;
  }

  private boolean existsAs(String fileName) {
    try (var files = Files.list(folder)) {
      // By listing, not by asking for it: on Windows and macOS another case of the name would
      // answer too.
      return files.anyMatch(file -> file.getFileName().toString().equals(fileName));
    } catch (IOException _) {
      return false;
    }
  }
}
