package dev.switchyard;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.net.IDN;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import javafx.application.Platform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Holds the direction of what the parts know: `ui, cli → domain ← adapter`, and [Wiring] alone
/// sees all of them.
class ArchitectureTest {
  private static final String ROOT = "dev.switchyard";
  private static final String DOMAIN = ROOT + ".domain..";
  private static final String ADAPTER = ROOT + ".adapter..";
  private static final String UI = ROOT + ".ui..";
  private static final String CLI = ROOT + ".cli..";

  private static JavaClasses program;

  @BeforeAll
  static void read() throws URISyntaxException {
    URI compiled = Main.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    program = new ClassFileImporter().importPath(Path.of(compiled));
  }

  @Test
  void domainIsPureJava() {
    classes()
        .that()
        .resideInAPackage(DOMAIN)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                    DOMAIN,
                    "java.lang",
                    "java.lang.invoke",
                    "java.lang.annotation",
                    "java.lang.runtime",
                    "java.math",
                    "java.nio",
                    "java.nio.charset",
                    "java.security",
                    "java.text",
                    "java.time..",
                    "java.util",
                    "java.util.function",
                    "java.util.regex",
                    "java.util.stream",
                    "org.jspecify.annotations",
                    "tools.jackson.core..")
                .or(
                    belongToAnyOf(
                        Path.class,
                        InvalidPathException.class,
                        // As values: a literal address is parsed, and no name looked up.
                        InetAddress.class,
                        Inet4Address.class,
                        IDN.class,
                        URI.class,
                        URISyntaxException.class))
                .or(
                    resideInAPackage("java.io")
                        .and(
                            nameMatching(
                                ".*(Exception|Output|Input)Stream|.*Exception|.*(String|Byte).*")))
                .or(
                    resideInAPackage("java.util.concurrent..")
                        .and(
                            nameMatching(
                                ".*\\.(atomic\\..*|CopyOnWriteArrayList|ConcurrentHashMap)")))
                .or(DescribedPredicate.describe("arrays", JavaClass::isArray)))
        .check(program);
  }

  @Test
  void domainKnowsNoClockEnvironmentThreadOrFile() {
    noClasses()
        .that()
        .resideInAPackage(DOMAIN)
        .should()
        .dependOnClassesThat(
            belongToAnyOf(
                Thread.class,
                Process.class,
                ProcessBuilder.class,
                ProcessHandle.class,
                Runtime.class,
                Files.class,
                FileSystem.class,
                FileSystems.class))
        .orShould()
        .callMethodWhere(callsOf("now|system|systemUTC|systemDefaultZone", "java\\.time\\..*"))
        .orShould()
        .callMethodWhere(callsOf("toRealPath|toFile|register", "java\\.nio\\.file\\.Path"))
        .orShould()
        .callMethodWhere(
            callsOf("getenv|getProperty|currentTimeMillis|nanoTime|exit", "java\\.lang\\.System"))
        .orShould()
        .callMethodWhere(callsOf("getDefault", Locale.class.getName()))
        .orShould()
        .callMethodWhere(callsOf("getDefault", TimeZone.class.getName()))
        .check(program);
  }

  @Test
  void uiAndCommandLineKnowNoAdapterAndNotEachOther() {
    noClasses()
        .that()
        .resideInAPackage(UI)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ADAPTER, CLI)
        .check(program);
    noClasses()
        .that()
        .resideInAPackage(CLI)
        .should()
        .dependOnClassesThat(
            // Texts are shown the same way by the window and by the command line.
            resideInAnyPackage(ADAPTER, UI, "javafx..")
                .and(DescribedPredicate.not(resideInAPackage(ROOT + ".ui.text"))))
        .check(program);
  }

  @Test
  void adaptersKnowNoScreenAndNoCommand() {
    noClasses()
        .that()
        .resideInAPackage(ADAPTER)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(UI, CLI, "javafx..")
        .check(program);
  }

  @Test
  void adaptersStandAlone() {
    slices()
        .matching(ROOT + ".adapter.(*)..")
        .should()
        .notDependOnEachOther()
        // Writing files whole, running programs, opening connections and reading JSON is what the
        // others stand on.
        .ignoreDependency(
            alwaysTrue(),
            resideInAnyPackage(
                ROOT + ".adapter.file",
                ROOT + ".adapter.http",
                ROOT + ".adapter.json",
                ROOT + ".adapter.process"))
        // The simulated server speaks the real one's language.
        .ignoreDependency(
            resideInAPackage(ROOT + ".adapter.demo.."),
            resideInAPackage(ROOT + ".adapter.ollama.."))
        .check(program);
  }

  @Test
  void onlyTheEntryPointSeesAllParts() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT)
        .check(program);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching(ROOT + ".domain.(*)..").should().beFreeOfCycles().check(program);
    slices().matching(ROOT + ".ui.(*)..").should().beFreeOfCycles().check(program);
  }

  @Test
  void onlyTheTasksTouchThreads() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + ".ui.task")
        .should()
        .callMethod(Platform.class, "runLater", Runnable.class)
        .check(program);
    noClasses()
        .that()
        .resideInAnyPackage(UI, CLI)
        .and()
        .resideOutsideOfPackage(ROOT + ".ui.task")
        .should()
        .dependOnClassesThat(
            belongToAnyOf(Thread.class)
                .or(
                    nameMatching(
                        "java\\.util\\.concurrent\\.(Exec|Completable|ForkJoin|Scheduled).*"))
                .or(resideInAPackage("javafx.concurrent")))
        .check(program);
  }

  /// What it connects to is what it is asked for: `NetworkIT` watches that from outside.
  @Test
  void onlyTheAdaptersOfServersHaveConnections() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            ROOT + ".adapter.http",
            ROOT + ".adapter.ollama",
            ROOT + ".adapter.anthropic",
            ROOT + ".adapter.endpoint",
            ROOT + ".adapter.listed",
            // On this machine alone: the demonstration, and the other window.
            ROOT + ".adapter.demo",
            ROOT + ".adapter.instance")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("okhttp3..", "java.net.http..", "com.sun.net.httpserver..")
                .or(nameMatching("java\\.net\\.(.*Socket|.*URLConnection)"))
                .or(nameMatching("java\\.nio\\.channels\\..*(Socket|Datagram).*")))
        .orShould()
        .callMethodWhere(callsOf("openConnection|openStream|getContent", "java\\.net\\.URL"))
        .check(program);
  }

  @Test
  void theEnvironmentIsReadInOnePlace() throws IOException {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT, ROOT + ".adapter.process")
        .should()
        .callMethodWhere(callsOf("getenv", "java\\.lang\\.System"))
        .check(program);
    noClasses()
        .that()
        .resideInAnyPackage(UI, CLI)
        .should()
        .callMethodWhere(callsOf("getProperty|getProperties", "java\\.lang\\.System"))
        .check(program);
    assertThat(sources().filter(source -> text(source).contains("\"user.home\"")))
        .allSatisfy(
            source -> assertThat(source.getParent()).endsWith(Path.of("adapter", "process")));
  }

  @Test
  void onlyMainEndsTheProgram() {
    noClasses()
        .that()
        .doNotBelongToAnyOf(Main.class)
        .should()
        .callMethodWhere(callsOf("exit|halt", "java\\.lang\\.(System|Runtime)"))
        .check(program);
  }

  @Test
  void nothingMutableIsStatic() {
    fields().that().areStatic().should().beFinal().check(program);
    noFields()
        .that()
        .areStatic()
        .should()
        .haveRawType(
            nameMatching(
                "java\\.util\\.concurrent\\..*|java\\.lang\\.ThreadLocal"
                    + "|java\\.util\\.(ArrayList|HashMap|HashSet|LinkedHashMap)"
                    + "|javafx\\.beans\\..*Property|javafx\\.collections\\..*"))
        .check(program);
  }

  @Test
  void viewModelsKnowNoView() {
    noClasses()
        .that()
        .haveNameMatching(".*ViewModel(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javafx.scene..", "javafx.stage..", "org.controlsfx..", "org.kordamp..")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching(".*\\.ui\\..*View")
        .check(program);
  }

  @Test
  void looksAreInTheStyleSheet() {
    noClasses().should().callMethodWhere(callsOf("setStyle", "javafx\\..*")).check(program);
  }

  @Test
  void namesAreTheFields() {
    noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Utils?)(\\$.*)?").check(program);
  }

  @Test
  void everyPackageSaysWhatBelongsThere() throws IOException {
    assertThat(sources().map(Path::getParent).distinct().filter(folder -> !folder.endsWith("java")))
        .allSatisfy(folder -> assertThat(folder.resolve("package-info.java")).exists());
  }

  private static Stream<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    }
  }

  private static String text(Path source) {
    try {
      return Files.readString(source);
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + source, e);
    }
  }

  private static DescribedPredicate<JavaCall<?>> callsOf(String methods, String owners) {
    return target(nameMatching(methods))
        .and(target(owner(nameMatching(owners))))
        .as("calls of %s in %s", methods, owners);
  }
}
