package dev.switchyard.adapter.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchyard.domain.PortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {
  @TempDir Path folder;

  @Test
  void writesANewFileWithItsFoldersAndLeavesNothingElse() throws Exception {
    var file = folder.resolve("a/b/é ' x.json");
    assertThat(AtomicFiles.write(file, bytes("one"))).isTrue();
    assertThat(file).hasContent("one");
    assertThat(namesIn(file.getParent())).containsExactly("é ' x.json");
  }

  @Test
  void doesNotWriteWhatIsThereAlready() throws Exception {
    var file = Files.writeString(folder.resolve("f"), "same");
    Files.setLastModifiedTime(file, FileTime.fromMillis(1000));
    assertThat(AtomicFiles.write(file, bytes("same"))).isFalse();
    assertThat(Files.getLastModifiedTime(file).toMillis()).isEqualTo(1000);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void keepsTheMode() throws Exception {
    var file = Files.writeString(folder.resolve("f"), "old");
    // Group write is a bit that the usual umask would take away.
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw----"));
    AtomicFiles.write(file, bytes("new"));
    assertThat(modeOf(file)).isEqualTo("rw-rw----");
    assertThat(file).hasContent("new");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aPrivateFileIsPrivateWhenNewAndKeepsItsModeLater() throws Exception {
    var file = folder.resolve("secret");
    AtomicFiles.writePrivate(file, bytes("1"));
    assertThat(modeOf(file)).isEqualTo("rw-------");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    AtomicFiles.writePrivate(file, bytes("2"));
    assertThat(modeOf(file)).isEqualTo("rw-r-----");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aLinkStaysALinkAndItsTargetIsWritten() throws Exception {
    var target =
        Files.writeString(Files.createDirectory(folder.resolve("dotfiles")).resolve("real"), "old");
    var first = Files.createSymbolicLink(folder.resolve("first"), Path.of("dotfiles/real"));
    var second = Files.createSymbolicLink(folder.resolve("second"), first);
    AtomicFiles.write(second, bytes("new"));
    assertThat(second).isSymbolicLink();
    assertThat(first).isSymbolicLink();
    assertThat(target).hasContent("new");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aRelativeLinkCountsFromTheFolderThatReallyHoldsIt() throws Exception {
    var dotfiles = Files.createDirectories(folder.resolve("dotfiles/claude"));
    var shared = Files.writeString(folder.resolve("dotfiles/shared.json"), "old");
    Files.createSymbolicLink(dotfiles.resolve("settings.json"), Path.of("../shared.json"));
    var project = Files.createDirectory(folder.resolve("project"));
    Files.createSymbolicLink(project.resolve(".claude"), dotfiles);
    var unrelated = Files.writeString(project.resolve("shared.json"), "somebody's own");
    var file = project.resolve(".claude/settings.json");

    SharedFiles.ofAnyContent().replace(file, AtomicFiles.read(file), bytes("new"));
    assertThat(shared).hasContent("new");
    SharedFiles.ofAnyContent().remove(file, AtomicFiles.read(file));
    assertThat(shared).doesNotExist();
    assertThat(unrelated).hasContent("somebody's own");
    assertThat(dotfiles.resolve("settings.json")).isSymbolicLink();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aDanglingLinkGetsItsTarget() throws Exception {
    var link = Files.createSymbolicLink(folder.resolve("link"), Path.of("later/target"));
    AtomicFiles.write(link, bytes("new"));
    assertThat(folder.resolve("later/target")).hasContent("new");
    assertThat(link).isSymbolicLink();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aCircleOfLinksIsAFailureNotAHang() throws Exception {
    var a = Files.createSymbolicLink(folder.resolve("a"), Path.of("b"));
    Files.createSymbolicLink(folder.resolve("b"), Path.of("a"));
    assertRefused(a, PortException.Kind.FAILED);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aReadOnlyFileStaysAsItIs() throws Exception {
    var file = Files.writeString(folder.resolve("f"), "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    assertRefused(file, PortException.Kind.DENIED);
    assertThat(file).hasContent("old");
    assertThat(namesIn(folder)).containsExactly("f");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aReadOnlyFolderStaysAsItIs() throws Exception {
    var closed = Files.createDirectory(folder.resolve("closed"));
    var file = Files.writeString(closed.resolve("f"), "old");
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      assertRefused(file, PortException.Kind.DENIED);
      assertThatThrownBy(() -> AtomicFiles.delete(file))
          .isInstanceOfSatisfying(
              PortException.class, e -> assertThat(e.kind()).isEqualTo(PortException.Kind.DENIED));
      assertThat(file).hasContent("old");
    } finally {
      Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  @Test
  void aFolderIsNotOverwritten() throws Exception {
    assertRefused(Files.createDirectory(folder.resolve("d")), PortException.Kind.REFUSED);
  }

  @Test
  void aFileInThePathOfTheFoldersIsNamed() throws Exception {
    Files.writeString(folder.resolve("file"), "");
    assertRefused(folder.resolve("file/below"), PortException.Kind.FAILED);
  }

  @Test
  void replacesOnlyWhatWasRead() throws Exception {
    var file = folder.resolve("f");
    SharedFiles.ofAnyContent().replace(file, Optional.empty(), bytes("one"));
    var read = AtomicFiles.read(file);
    Files.writeString(file, "somebody else");
    assertThatThrownBy(() -> SharedFiles.ofAnyContent().replace(file, read, bytes("two")))
        .isInstanceOfSatisfying(
            PortException.class, e -> assertThat(e.kind()).isEqualTo(PortException.Kind.CONFLICT));
    assertThatThrownBy(
            () -> SharedFiles.ofAnyContent().replace(file, Optional.empty(), bytes("two")))
        .isInstanceOf(PortException.class);
    assertThat(file).hasContent("somebody else");
    SharedFiles.ofAnyContent().replace(file, AtomicFiles.read(file), bytes("two"));
    assertThat(file).hasContent("two");
  }

  @Test
  void deletesAndSaysWhetherThereWasOne() throws Exception {
    var file = Files.writeString(folder.resolve("f"), "");
    assertThat(AtomicFiles.delete(file)).isTrue();
    assertThat(AtomicFiles.delete(file)).isFalse();
    assertThat(AtomicFiles.read(file)).isEmpty();
  }

  @Test
  void aFullDiskIsToldFromOtherFailures() {
    assertThat(FileFailures.explain(folder, new IOException("No space left on device")).kind())
        .isEqualTo(PortException.Kind.NO_SPACE);
    assertThat(
            FileFailures.explain(folder, new IOException("There is not enough space on the disk"))
                .kind())
        .isEqualTo(PortException.Kind.NO_SPACE);
    assertThat(FileFailures.explain(folder, new IOException("Input/output error")).kind())
        .isEqualTo(PortException.Kind.FAILED);
  }

  private static void assertRefused(Path file, PortException.Kind kind) {
    assertThatThrownBy(() -> AtomicFiles.write(file, bytes("new")))
        .isInstanceOfSatisfying(PortException.class, e -> assertThat(e.kind()).isEqualTo(kind));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static String modeOf(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private static java.util.List<String> namesIn(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
