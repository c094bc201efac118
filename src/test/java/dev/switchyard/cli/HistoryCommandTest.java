package dev.switchyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// `history`, `restore` and `route inherit --all`, on real files.
class HistoryCommandTest {
  private static final String OWN = "{\n  \"hooks\": {\"Stop\": []},\n  \"n\": 1.50\n}\n";

  @TempDir Path folder;
  private Path home;
  private Path project;
  private Path settings;

  @BeforeEach
  void project() throws IOException {
    home = Files.createDirectories(folder.resolve("home"));
    project = Files.createDirectories(folder.resolve("my project"));
    settings = project.resolve(".claude/settings.json");
  }

  @Test
  void everyContentIsKeptOnceAndTheNewestIsFirst() throws IOException {
    write(settings, OWN);
    local();
    run("route", "inherit", project.toString());
    local();

    var versions = versions();
    assertThat(made(versions)).containsExactly("local", "inherit");
    assertThat(versions.get(0).get("current").asBoolean()).isTrue();
    assertThat(versions.get(1).get("bytes").asInt()).isEqualTo(OWN.length());

    write(settings, Files.readString(settings).replace("1.50", "1.75"));
    run("route", "inherit", project.toString());
    assertThat(made(versions())).containsExactly("inherit", "found", "local", "inherit");
  }

  @Test
  void aRestoreIsShownAndDoneAndUndoneByAnother() throws IOException {
    write(settings, OWN);
    local();
    var routed = Files.readString(settings);

    var shown = run("restore", settings.toString(), "--print");
    assertThat(shown.code()).isZero();
    assertThat(shown.out()).contains("-   \"model\": \"m\"").contains("Nothing was written");
    assertThat(Files.readString(settings)).isEqualTo(routed);

    var done = run("restore", settings.toString(), "--json");
    assertThat(done.json().get("version").get("made").asString()).isEqualTo("found");
    assertThat(done.json().get("changed").asBoolean()).isTrue();
    assertThat(Files.readString(settings)).isEqualTo(OWN);

    run("restore", settings.toString());
    assertThat(Files.readString(settings)).isEqualTo(routed);
    assertThat(run("route", "inherit", project.toString()).code()).isZero();
    assertThat(Files.readString(settings)).isEqualTo(OWN);
  }

  @Test
  void whatARestoreBringsBackIsThePersonsOwnUnlessItWasTheRoutes() throws IOException {
    write(settings, OWN);
    local();
    run("restore", settings.toString());
    write(settings, "{\"model\":\"opus\"}");

    assertThat(run("route", "inherit", project.toString()).code()).isZero();
    assertThat(Files.readString(settings)).isEqualTo("{\"model\":\"opus\"}");
  }

  @Test
  void aVersionIsNamedByNumberOrId() throws IOException {
    write(settings, OWN);
    local();
    var id = versions().get(1).get("id").asString();

    assertThat(run("restore", settings.toString(), "--version", id.substring(0, 6)).code())
        .isZero();
    assertThat(Files.readString(settings)).isEqualTo(OWN);
    assertThat(run("restore", settings.toString(), "--version", "2").code()).isZero();
    assertThat(Files.readString(settings)).contains("ANTHROPIC_BASE_URL");
    var again = run("restore", settings.toString(), "--version", "1", "--json");
    assertThat(again.json().get("changed").asBoolean()).isFalse();
    assertThat(run("restore", settings.toString(), "--version", "99").code()).isEqualTo(2);
    assertThat(run("restore", settings.toString(), "--version", "zz").code()).isEqualTo(2);
    assertThat(run("restore", folder.resolve("other.json").toString()).code()).isEqualTo(2);
  }

  @Test
  void aFileThatWasNotThereIsAVersionToo() throws IOException {
    local();
    run("restore", settings.toString());
    assertThat(settings.getParent()).doesNotExist();
    run("restore", settings.toString());
    assertThat(Files.readString(settings)).contains("ANTHROPIC_BASE_URL");
    run("route", "inherit", project.toString());
    assertThat(settings).doesNotExist();
  }

  @Test
  void aBrokenFileIsReplacedByAGoodVersion() throws IOException {
    write(settings, OWN);
    local();
    write(settings, "{ broken");
    assertThat(run("route", "inherit", project.toString()).code()).isEqualTo(4);

    assertThat(run("restore", settings.toString(), "--version", "2").code()).isZero();
    assertThat(Files.readString(settings)).isEqualTo(OWN);
    var broken = run("restore", settings.toString(), "--version", "2", "--print");
    assertThat(broken.err()).contains("skips this version");
  }

  @Test
  void twentyAreKept() throws IOException {
    write(settings, OWN);
    for (int n = 0; n < 24; n++) {
      run("route", "local", project.toString(), "--model", "m" + n);
    }
    var versions = versions();
    assertThat(versions.size()).isEqualTo(20);
    run("restore", settings.toString(), "--version", "20");
    assertThat(Files.readString(settings)).contains("\"m4\"");
  }

  @Test
  void historyWithoutAFileNamesAllAndAFolderItsOwn() throws IOException {
    local();
    run("route", "local", "--model", "m", "--scope", "user");

    assertThat(run("history", "--json").json().get("files").size()).isEqualTo(2);
    var own = run("history", project.toString(), "--json").json().get("files");
    assertThat(own.size()).isEqualTo(1);
    assertThat(own.get(0).get("file").asString()).isEqualTo(settings.toRealPath().toString());
    assertThat(run("history").out()).contains("switch to local").contains("no file");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void versionsAreForNobodyElse() throws IOException {
    write(settings, "{\"env\":{\"ANTHROPIC_API_KEY\":\"sk-ant-made-up\"}}");
    local();

    var versions = home.resolve(".local/state/switchyard/versions");
    try (var all = Files.walk(versions)) {
      assertThat(all.toList())
          .hasSizeGreaterThan(3)
          .allSatisfy(path ->
              assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                  .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------"));
    }
    assertThat(run("history").out() + run("restore", settings.toString(), "--print").out())
        .doesNotContain("sk-ant-made-up");
  }

  @Test
  void aStoreThatTakesNothingStopsTheSwitch() throws IOException {
    write(settings, OWN);
    write(home.resolve(".local/state/switchyard/versions"), "not a folder");

    assertThat(local().code()).isNotZero();
    assertThat(Files.readString(settings)).isEqualTo(OWN);
  }

  @Test
  void aDamagedVersionIsNotBroughtBackAndStopsNothing() throws IOException {
    write(settings, OWN);
    local();
    var store = home.resolve(".local/state/switchyard/versions");
    try (var all = Files.walk(store)) {
      for (var file : all.filter(path -> path.toString().contains("-found-")).toList()) {
        Files.writeString(file, "damaged");
      }
    }
    Files.writeString(store.resolve("unrelated"), "");

    var restore = run("restore", settings.toString(), "--json");
    assertThat(restore.code()).isEqualTo(4);
    assertThat(restore.json().get("error").asString()).contains("damaged");
    assertThat(run("route", "inherit", project.toString()).code()).isZero();
    assertThat(Files.readString(settings)).isEqualTo(OWN);
    // What stands there now mends it.
    assertThat(run("restore", settings.toString(), "--version", "1").code()).isZero();
  }

  @Test
  void inheritAllTakesEveryRouteBackAndNamesWhatItCannot() throws IOException {
    var gone = Files.createDirectories(folder.resolve("gone"));
    var broken = Files.createDirectories(folder.resolve("broken"));
    write(settings, OWN);
    local();
    run("route", "local", project.toString(), "--model", "m", "--scope", "local");
    run("route", "local", "--model", "m", "--scope", "user");
    run("route", "local", gone.toString(), "--model", "m");
    run("route", "local", broken.toString(), "--model", "m");
    Files.move(gone, folder.resolve("moved"));
    write(broken.resolve(".claude/settings.json"), "{");

    var shown = run("route", "inherit", "--all", "--dry-run", "--json");
    assertThat(shown.json().get("changes").size()).isEqualTo(3);
    assertThat(Files.readString(settings)).isNotEqualTo(OWN);

    var all = run("route", "inherit", "--all", "--json");
    assertThat(all.code()).isEqualTo(1);
    assertThat(all.json().get("changes").size()).isEqualTo(3);
    assertThat(all.json().get("left").size()).isEqualTo(2);
    assertThat(Files.readString(settings)).isEqualTo(OWN);
    assertThat(home.resolve(".claude")).doesNotExist();

    assertThat(run("undo", "--json").json().get("files").size()).isEqualTo(3);
    assertThat(Files.readString(settings)).contains("ANTHROPIC_BASE_URL");
    assertThat(home.resolve(".claude/settings.json")).exists();

    Files.move(folder.resolve("moved"), gone);
    Files.delete(broken.resolve(".claude/settings.json"));
    assertThat(run("route", "inherit", "--all").code()).isZero();
    assertThat(gone).isEmptyDirectory();
    assertThat(run("route", "inherit", "--all", "--json").json().get("changes")).isEmpty();
  }

  @Test
  void allBelongsToInheritAlone() {
    assertThat(run("route", "--all").code()).isEqualTo(2);
    assertThat(run("route", "cloud", "--all").code()).isEqualTo(2);
    assertThat(run("route", "inherit", project.toString(), "--all").code()).isEqualTo(2);
    assertThat(run("route", "inherit", "--all", "--scope", "user").code()).isEqualTo(2);
  }

  private CommandRun local() {
    return run("route", "local", project.toString(), "--model", "m");
  }

  private JsonNode versions() {
    return run("history", settings.toString(), "--json").json().get("files").get(0).get("versions");
  }

  private static List<String> made(JsonNode versions) {
    return versions.values().stream().map(version -> version.get("made").asString()).toList();
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private CommandRun run(String... arguments) {
    var all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--home", home.toString(), "--ollama", "http://127.0.0.1:1"));
    return CommandRun.of(all.toArray(String[]::new));
  }
}
