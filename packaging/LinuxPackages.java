import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// The .deb and the .rpm: one tree of files, packed twice.
///
/// Not by jpackage: its packages need its own start program, which asks `rpm` and `dpkg` for its
/// own whereabouts at every start, and put the desktop entry and the icons in place by a script, so
/// that the package system knows nothing of them. Here it owns every file, and no script runs.
final class LinuxPackages {
  private static final String ID = "dev.switchyard.App";

  private final Release release;
  private final Path tree;
  private final boolean arm = System.getProperty("os.arch").equals("aarch64");

  LinuxPackages(Release release) {
    this.release = release;
    this.tree = release.folder().resolve("tree");
  }

  void make() throws Exception {
    plant();
    setPermissions();
    pack("dpkg-deb", this::debian);
    pack("rpmbuild", this::redHat);
    Folders.delete(tree);
  }

  private void plant() throws Exception {
    Folders.copy(release.image(), tree.resolve("usr/lib/switchyard"));
    Path command = Files.createDirectories(tree.resolve("usr/bin")).resolve("switchyard");
    Files.createSymbolicLink(command, Path.of("../lib/switchyard/bin/switchyard"));
    Path share = tree.resolve("usr/share");
    String entry = ID + ".desktop";
    String metainfo = ID + ".metainfo.xml";
    release.fill("linux/" + entry, Map.of(), share.resolve("applications").resolve(entry));
    release.fill("linux/" + metainfo, Map.of(), share.resolve("metainfo").resolve(metainfo));
    plantDocuments(share);
    plantIcons(share.resolve("icons/hicolor"));
  }

  /// What `man`, the shells and the package systems look for, each at its place.
  private void plantDocuments(Path share) throws Exception {
    Path made = tree.resolve("usr/lib/switchyard/share");
    Path documents = share.resolve("doc/switchyard");
    writeCopyright(documents.resolve("copyright"));
    release.fill("linux/changelog", Map.of("MAILDATE", mailDate()), documents.resolve("changelog"));
    Folders.copy(made.resolve("switchyard.1"), share.resolve("man/man1/switchyard.1"));
    gzip(documents.resolve("changelog"));
    gzip(share.resolve("man/man1/switchyard.1"));
    Folders.copy(
        made.resolve("switchyard.bash"), share.resolve("bash-completion/completions/switchyard"));
    // Debian's zsh looks into the one folder, Fedora's into the other.
    Folders.copy(made.resolve("_switchyard"), share.resolve("zsh/vendor-completions/_switchyard"));
    Folders.copy(made.resolve("_switchyard"), share.resolve("zsh/site-functions/_switchyard"));
    Folders.copy(
        made.resolve("switchyard.fish"),
        share.resolve("fish/vendor_completions.d/switchyard.fish"));
    Folders.delete(made);
  }

  private String mailDate() {
    return DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
        .format(release.timestamp().atOffset(ZoneOffset.UTC));
  }

  /// The licence of each part; Debian's systems have the long texts, and want them named there.
  private void writeCopyright(Path file) throws IOException {
    String notice = Files.readString(release.image().resolve(Image.NOTICE));
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        """
        Copyright: the Switchyard maintainers, and the authors of the parts named below
        On Debian systems, the Apache License 2.0 is in /usr/share/common-licenses/Apache-2.0, the GNU
        General Public License 2 in /usr/share/common-licenses/GPL-2. LICENSE and runtime/legal, which
        are spoken of below, are in /usr/lib/switchyard.

        """
            + notice);
  }

  /// Without a name and a time in it, so that a second build makes the same file.
  private void gzip(Path file) throws Exception {
    run(List.of("gzip", "-9n", file.toString()));
  }

  private void plantIcons(Path theme) throws IOException {
    Folders.copy(Release.DRAWING, theme.resolve("scalable/apps/switchyard.svg"));
    for (Path icon : Folders.files(release.icons())) {
      String size = icon.getFileName().toString().replace(".png", "");
      if (size.matches("\\d+")) {
        Folders.copy(icon, theme.resolve(size + "x" + size + "/apps/switchyard.png"));
      }
    }
  }

  /// Those of the build's machine (its umask) are not the package's.
  private void setPermissions() throws IOException {
    try (Stream<Path> files = Files.walk(tree)) {
      for (Path file : files.filter(file -> !Files.isSymbolicLink(file)).toList()) {
        boolean program = Files.isDirectory(file) || Files.isExecutable(file);
        Files.setPosixFilePermissions(
            file, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
      }
    }
  }

  private interface Packing {
    Path pack() throws Exception;
  }

  private static void pack(String program, Packing packing) throws Exception {
    boolean found =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    if (!found) {
      System.out.println("Not made, since this machine has no " + program + ": its package");
      return;
    }
    Release.announce(packing.pack());
  }

  private Path debian() throws Exception {
    String architecture = arm ? "arm64" : "amd64";
    Path about = tree.resolve("DEBIAN");
    Path overrides = tree.resolve("usr/share/lintian");
    release.fill("linux/lintian-overrides", Map.of(), overrides.resolve("overrides/switchyard"));
    setPermissions();
    long bytes = 0;
    var sums = new ArrayList<String>();
    for (Path file : Folders.files(tree)) {
      bytes += Files.size(file);
      sums.add(md5(file) + "  " + tree.relativize(file));
    }
    var values =
        Map.of("ARCHITECTURE", architecture, "KILOBYTES", String.valueOf((bytes + 1023) / 1024));
    release.fill("linux/control", values, about.resolve("control"));
    Files.write(about.resolve("md5sums"), sums);
    Path made =
        release.folder().resolve("switchyard_%s_%s.deb".formatted(release.version(), architecture));
    // xz is read by the dpkg of every distribution in use, zstd is not.
    run(
        List.of(
            "dpkg-deb",
            "--root-owner-group",
            "-Zxz",
            "-z" + release.level(),
            "--build",
            tree.toString(),
            made.toString()));
    Folders.delete(about);
    Folders.delete(overrides);
    return made;
  }

  private static String md5(Path file) throws Exception {
    byte[] digest = MessageDigest.getInstance("MD5").digest(Files.readAllBytes(file));
    return HexFormat.of().formatHex(digest);
  }

  private Path redHat() throws Exception {
    String architecture = arm ? "aarch64" : "x86_64";
    Path work = release.folder().resolve("rpm");
    Path spec = work.resolve("switchyard.spec");
    var values = Map.of("ARCHITECTURE", architecture, "TREE", tree.toString());
    release.fill("linux/switchyard.spec", values, spec);
    String name = "switchyard-%s-1.%s.rpm".formatted(release.version(), architecture);
    run(
        List.of(
            "rpmbuild",
            "-bb",
            "--quiet",
            "--define",
            "_topdir " + work,
            "--define",
            "_rpmdir " + release.folder(),
            "--define",
            "_rpmfilename " + name,
            spec.toString()));
    Folders.delete(work);
    return release.folder().resolve(name);
  }

  private void run(List<String> command) throws IOException, InterruptedException {
    var builder = new ProcessBuilder(command).inheritIO();
    String epoch = String.valueOf(release.timestamp().getEpochSecond());
    builder.environment().put("SOURCE_DATE_EPOCH", epoch);
    int code = builder.start().waitFor();
    if (code != 0) {
      throw new IllegalStateException(command.getFirst() + " ended with " + code);
    }
  }
}
