import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires.Modifier;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes the self-contained image: a runtime of only the modules needed, the native libraries
/// beside it, a start script, and the AOT cache.
///
/// `java packaging/Image.java CLASSES DEPENDENCIES LICENCES IMAGE`, run by the build's `image`
/// profile with the toolchain's java, from the project's folder. The image is for the system that
/// it is made on.
final class Image {
  /// What is in the image and under which licence.
  static final String NOTICE = "THIRD-PARTY.txt";

  private static final String MODULE = "dev.switchyard";
  static final String MAIN = MODULE + "/" + MODULE + ".Main";

  private static final boolean WINDOWS = isWindows();

  private final Path classes;
  private final Path dependencies;
  private final Path licences;
  private final Path image;
  private final Path work;

  private Image(Path classes, Path dependencies, Path licences, Path image) {
    this.classes = classes;
    this.dependencies = dependencies;
    this.licences = licences;
    this.image = image;
    this.work = image.resolveSibling("work");
  }

  public static void main(String[] args) throws Exception {
    new Image(
            Path.of(args[0]), Path.of(args[1]), Path.of(args[2]), Path.of(args[3]).toAbsolutePath())
        .make();
  }

  private void make() throws Exception {
    Folders.delete(image);
    Folders.delete(work);
    List<Path> modules = linkableModules();
    link(modules);
    removeOtherPrograms();
    copyNativeLibraries();
    copyLauncher();
    writeLicences(linkedJars());
    writeManual();
    new Training(image, java(), work).makeCaches();
    Folders.delete(work);
    System.out.println("Image: " + image);
  }

  /// The jars for jlink, which takes no automatic modules: one that is needed gets a descriptor,
  /// the others (JavaFX's empty platform stubs, annotations) are left out.
  private List<Path> linkableModules() throws Exception {
    Set<ModuleReference> all = ModuleFinder.of(dependencies).findAll();
    Set<String> required =
        all.stream()
            .map(ModuleReference::descriptor)
            .filter(descriptor -> !descriptor.isAutomatic())
            .flatMap(descriptor -> descriptor.requires().stream())
            .filter(requires -> !requires.modifiers().contains(Modifier.STATIC))
            .map(ModuleDescriptor.Requires::name)
            .collect(Collectors.toSet());
    var result = new ArrayList<Path>(List.of(application()));
    for (ModuleReference module : all) {
      Path file = Path.of(module.location().orElseThrow());
      if (Theme.isIn(file)) {
        result.add(withUsedRules(file));
      } else if (!module.descriptor().isAutomatic()) {
        result.add(OldClasses.areIn(file) ? withoutOldClasses(file) : file);
      } else if (required.contains(module.descriptor().name())) {
        result.add(withDescriptor(file, module.descriptor().name()));
      }
    }
    return result;
  }

  /// The dependencies that the runtime holds: what only the compiler needs is not in it.
  private List<Path> linkedJars() throws IOException {
    var release = new Properties();
    try (InputStream content = Files.newInputStream(runtime().resolve("release"))) {
      release.load(content);
    }
    var modules = Set.of(release.getProperty("MODULES").replace("\"", "").split(" "));
    return ModuleFinder.of(dependencies).findAll().stream()
        .filter(module -> modules.contains(module.descriptor().name()))
        .map(module -> Path.of(module.location().orElseThrow()))
        .sorted()
        .toList();
  }

  private Path withDescriptor(Path file, String module) throws Exception {
    Path sources = work.resolve("descriptors");
    Path compiled = work.resolve("classes").resolve(module);
    String release = String.valueOf(Runtime.version().feature());
    tool(
        "jdeps",
        "--multi-release",
        release,
        "--module-path",
        dependencies.toString(),
        "--ignore-missing-deps",
        "--generate-module-info",
        sources.toString(),
        file.toString());
    Path source = find(sources.resolve(module), "module-info.java");
    tool(
        "javac",
        "--module-path",
        dependencies.toString(),
        "--patch-module",
        module + "=" + file,
        "-d",
        compiled.toString(),
        source.toString());
    Path patched = work.resolve(file.getFileName());
    Files.copy(file, patched);
    tool(
        "jar",
        "--update",
        "--file",
        patched.toString(),
        "-C",
        compiled.toString(),
        "module-info.class");
    return patched;
  }

  /// The program's own module, with what only the image holds. It is a copy: in the build's classes
  /// the list of parts would tell every later run from the sources of an image's.
  private Path application() throws IOException, InterruptedException {
    Path application = work.resolve("application");
    Folders.copy(classes, application);
    writeParts(application);
    makeStyleSheetsBinary(application);
    TextTables.makeIn(application);
    CallSites.makePlain(application, Folders.files(dependencies));
    return application;
  }

  private void makeStyleSheetsBinary(Path folder) throws IOException, InterruptedException {
    int code =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-p",
                dependencies.toString(),
                "--add-modules",
                "javafx.graphics",
                Path.of("packaging", "StyleSheets.java").toString(),
                folder.toString())
            .inheritIO()
            .start()
            .waitFor();
    if (code != 0) {
      throw new IllegalStateException("the style sheets were not made binary");
    }
  }

  private Path withUsedRules(Path file) throws IOException, InterruptedException {
    Path reduced = work.resolve(file.getFileName());
    Folders.copy(file, reduced);
    Path sheets = work.resolve("sheets");
    var theme = new Theme(reduced);
    theme.writeUsed(classes, Folders.files(dependencies), sheets);
    makeStyleSheetsBinary(sheets);
    theme.replaceBy(sheets);
    return reduced;
  }

  private Path withoutOldClasses(Path file) throws IOException {
    Path renewed = work.resolve(file.getFileName());
    Folders.copy(file, renewed);
    OldClasses.renew(renewed);
    return renewed;
  }

  private void link(List<Path> modules) {
    tool(
        "jlink",
        "--module-path",
        modules.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
        "--add-modules",
        // What is found as a service only is named here.
        MODULE + ",org.slf4j.nop,org.freedesktop.dbus.transport.jre,jdk.localedata",
        // How dates and figures are written in the languages that there are texts in; some 0.6 MB.
        "--include-locales",
        "en,de",
        // Not compressed: that would make the start slower and an archive of the image larger. Line
        // numbers stay, for what a bug's details say.
        "--no-header-files",
        "--no-man-pages",
        // Native libraries lie beside the runtime; those of JNA are for two dozen systems.
        "--exclude-resources",
        "/javafx.graphics/*.so,/javafx.graphics/*.dll,/javafx.graphics/*.dylib,/com.sun.jna/**jnidispatch.*",
        "--output",
        runtime().toString());
  }

  /// Leaves `java` alone of the runtime's programs: the others are not ours to ship.
  private void removeOtherPrograms() throws IOException {
    try (Stream<Path> programs = Files.list(runtime().resolve("bin"))) {
      programs
          .filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().matches("javaw?(\\.exe)?|.*\\.dll"))
          .forEach(Folders::delete);
    }
  }

  /// Beside the runtime they are loaded from there; inside the jars they would be unpacked into the
  /// person's home at the first start.
  private void copyNativeLibraries() throws IOException {
    Path target = runtime().resolve(WINDOWS ? "bin" : "lib");
    try (Stream<Path> jars = Files.list(dependencies)) {
      for (Path file : jars.toList()) {
        String name = file.getFileName().toString();
        if (name.startsWith("javafx-")) {
          copyLibraries(file, "", target);
        } else if (name.startsWith("jna-5") || name.startsWith("jna-jpms-")) {
          copyLibraries(file, "com/sun/jna/" + jnaPlatform() + "/", target);
        }
      }
    }
  }

  private static void copyLibraries(Path file, String folder, Path target) throws IOException {
    try (var archive = new JarFile(file.toFile())) {
      for (JarEntry entry : archive.stream().toList()) {
        if (entry.getName().matches(folder + "[^/]+\\.(so|dll|dylib|jnilib)")) {
          // JNA's library for macOS has the suffix of former Javas.
          String name = entry.getName().substring(folder.length()).replace(".jnilib", ".dylib");
          Path library = target.resolve(name);
          try (InputStream content = archive.getInputStream(entry)) {
            // The runtime's own copy, where there is one (Windows' C runtime), is as good.
            if (!Files.exists(library)) {
              Files.copy(content, library);
            }
          }
        }
      }
    }
  }

  /// JNA's name of the folder that holds the library for this system.
  private static String jnaPlatform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String architecture = System.getProperty("os.arch").replace("amd64", "x86-64");
    if (WINDOWS) {
      return "win32-" + architecture;
    }
    return (system.contains("mac") ? "darwin-" : "linux-")
        + architecture.replace("x86_64", "x86-64");
  }

  private void copyLauncher() throws IOException {
    Path packaging = Path.of("packaging");
    String script = WINDOWS ? "switchyard.cmd" : "switchyard";
    Path flags = image.resolve("lib").resolve("jvm.args");
    Folders.copy(packaging.resolve("jvm.args"), flags);
    if (System.getProperty("os.name").equals("Linux")) {
      String more = Files.readString(packaging.resolve("linux").resolve("jvm.args"));
      Files.writeString(flags, more, StandardOpenOption.APPEND);
    }
    Folders.copy(packaging.resolve("bin").resolve(script), image.resolve("bin").resolve(script));
  }

  /// Into the module, before it is linked: About shows it.
  private void writeParts(Path application) throws IOException {
    List<Path> jars = Folders.files(dependencies);
    String json = new Licences(licences, jars).json(Origin.revision(), Origin.address());
    Files.writeString(application.resolve("dev/switchyard/parts.json"), json);
  }

  /// What the program says of its commands, in the forms of the manual and of each shell.
  private void writeManual() throws IOException, InterruptedException {
    Path share = Files.createDirectories(image.resolve("share"));
    generate(share.resolve("switchyard.1"), "manual");
    generate(share.resolve("switchyard.bash"), "completion", "bash");
    generate(share.resolve("_switchyard"), "completion", "zsh");
    generate(share.resolve("switchyard.fish"), "completion", "fish");
  }

  private void generate(Path file, String... words) throws IOException, InterruptedException {
    var command = new ArrayList<String>(List.of(java().toString(), "-m", MAIN));
    command.addAll(List.of(words));
    var builder = new ProcessBuilder(command).redirectOutput(file.toFile());
    builder.environment().put("SWITCHYARD_HOME", work.toString());
    // English on every machine: by it the language of texts is chosen.
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().keySet().removeAll(Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    int code = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start().waitFor();
    if (code != 0) {
      throw new IllegalStateException(String.join(" ", words) + " ended with " + code);
    }
  }

  private void writeLicences(List<Path> linked) throws IOException {
    Folders.copy(Path.of("LICENSE"), image.resolve("LICENSE"));
    Files.writeString(image.resolve(NOTICE), new Licences(licences, linked).notice());
  }

  private Path java() {
    return runtime().resolve("bin").resolve(WINDOWS ? "java.exe" : "java");
  }

  private Path runtime() {
    return image.resolve("runtime");
  }

  static void tool(String name, String... arguments) {
    ToolProvider tool =
        ToolProvider.findFirst(name)
            .orElseThrow(() -> new IllegalStateException("this JDK has no " + name));
    int code = tool.run(System.out, System.err, arguments);
    if (code != 0) {
      throw new IllegalStateException(name + " ended with " + code);
    }
  }

  private static Path find(Path folder, String name) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
    }
  }

  private static boolean isWindows() {
    return System.getProperty("os.name").startsWith("Windows");
  }
}
