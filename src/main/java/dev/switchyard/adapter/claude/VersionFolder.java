package dev.switchyard.adapter.claude;

import dev.switchyard.adapter.file.AtomicFiles;
import dev.switchyard.adapter.file.FileFailures;
import dev.switchyard.adapter.file.Listing;
import dev.switchyard.adapter.file.PrivateFolder;
import dev.switchyard.domain.Fingerprint;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.route.Journal.Baseline;
import dev.switchyard.domain.route.SettingsVersion;
import dev.switchyard.domain.route.SettingsVersions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/// Versions as plain files, so that a person finds them without Switchyard too: a folder for each
/// settings file, in it a file for each content, named by [VersionName]. There is no index that
/// could break; what is not a version is passed over, and a content is checked against its
/// fingerprint before it is given out.
///
/// Beside a content that held keys of a route lies what the journal knew of them then, in a file
/// with the ending `.route`.
public final class VersionFolder implements SettingsVersions {
  private static final String OF = "of";
  private static final String ROUTE = ".route";
  private static final int FOLDER_NAME_LENGTH = 32;

  private final Path folder;
  private final JournalJson json;

  /// @param state Switchyard's state folder
  public VersionFolder(Path state) {
    this.folder = state.resolve("versions");
    this.json = new JournalJson(state.getFileSystem());
  }

  @Override
  public List<Path> files() throws PortException {
    var files = new ArrayList<Path>();
    for (var one : Listing.of(folder).stream().filter(Files::isDirectory).toList()) {
      var name = AtomicFiles.read(one.resolve(OF));
      name.map(bytes -> new String(bytes, StandardCharsets.UTF_8))
          .map(folder.getFileSystem()::getPath)
          .ifPresent(files::add);
    }
    files.sort(Comparator.naturalOrder());
    return files;
  }

  @Override
  public List<SettingsVersion> of(Path file) throws PortException {
    var versions = new ArrayList<SettingsVersion>();
    for (var name : names(folderOf(file))) {
      versions.add(version(file, name));
    }
    return versions;
  }

  @Override
  public Optional<byte[]> content(SettingsVersion version) throws PortException {
    var file = version.file();
    var name =
        names(folderOf(file)).stream()
            .filter(one -> one.isOf(version.fingerprint()))
            .findFirst()
            .orElseThrow(() ->
                new PortException(
                    PortException.Kind.MISSING,
                    Message.of("history.gone", version.id(), file.toString())));
    if (!version.present()) {
      return Optional.empty();
    }
    var content = AtomicFiles.read(folderOf(file).resolve(name.text()));
    if (!Fingerprint.of(content).equals(version.fingerprint())) {
      throw new PortException(
          PortException.Kind.MALFORMED,
          Message.of("history.damaged", version.id(), file.toString()));
    }
    return content;
  }

  @Override
  public void keep(SettingsVersion version, Optional<byte[]> content) throws PortException {
    var own = folderOf(version.file());
    PrivateFolder.create(folder);
    PrivateFolder.create(own);
    AtomicFiles.writePrivate(
        own.resolve(OF), version.file().toString().getBytes(StandardCharsets.UTF_8));
    var names = names(own);
    var known = names.stream().filter(one -> one.isOf(version.fingerprint())).findFirst();
    var newest = known.filter(one -> one.equals(names.getFirst()));
    var name = newest.orElseGet(() -> VersionName.next(names, version));
    if (newest.isEmpty()) {
      keepBaseline(own.resolve(name.text() + ROUTE), version.baseline());
    }
    if (known.isPresent() && newest.isEmpty()) {
      rename(own.resolve(known.get().text()), own.resolve(name.text()));
    }
    // Writes nothing where it stands there already, and mends what was damaged.
    AtomicFiles.writePrivate(own.resolve(name.text()), content.orElse(new byte[0]));
    if (newest.isEmpty()) {
      prune(own);
    }
  }

  private static void keepBaseline(Path file, Optional<Baseline> baseline) throws PortException {
    if (baseline.isPresent()) {
      AtomicFiles.writePrivate(file, JournalJson.write(baseline.get()));
    }
  }

  private static void rename(Path from, Path to) throws PortException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw FileFailures.explain(from, e);
    }
  }

  /// Takes away the oldest versions and what belongs to none, such as the rest of a write that was
  /// killed.
  private static void prune(Path own) throws PortException {
    var kept =
        names(own).stream()
            .limit(KEPT)
            .map(VersionName::text)
            .flatMap(text -> Stream.of(text, text + ROUTE))
            .toList();
    for (var file : Listing.of(own)) {
      var name = String.valueOf(file.getFileName());
      if (!name.equals(OF) && !kept.contains(name)) {
        AtomicFiles.delete(file);
      }
    }
  }

  private SettingsVersion version(Path file, VersionName name) throws PortException {
    var kept = folderOf(file).resolve(name.text());
    return new SettingsVersion(
        file, name.fingerprint(), name.at(), name.made(), size(kept), baseline(kept));
  }

  private Optional<Baseline> baseline(Path version) throws PortException {
    try {
      return AtomicFiles.read(version.resolveSibling(version.getFileName() + ROUTE))
          .map(json::readBaseline);
    } catch (JacksonException | IllegalArgumentException _) {
      // Without it the version's keys count as the person's own, which changes none of them.
      return Optional.empty();
    }
  }

  private Path folderOf(Path file) {
    var name = Fingerprint.of(file.toString()).text();
    return folder.resolve(name.substring(0, FOLDER_NAME_LENGTH));
  }

  /// Newest first.
  private static List<VersionName> names(Path own) throws PortException {
    return Listing.of(own).stream()
        .map(file -> String.valueOf(file.getFileName()))
        .flatMap(name -> VersionName.parse(name).stream())
        .sorted(Comparator.comparingLong(VersionName::number).reversed())
        .toList();
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException _) {
      return 0;
    }
  }
}
