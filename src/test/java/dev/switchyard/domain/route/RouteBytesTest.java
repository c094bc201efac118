package dev.switchyard.domain.route;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.route.RouteRequest.LocalTarget;
import dev.switchyard.domain.route.text.RandomSettings;
import dev.switchyard.domain.route.text.Section;
import dev.switchyard.domain.route.text.SettingKey;
import dev.switchyard.domain.route.text.SettingsText;
import dev.switchyard.fake.FakeRepositories;
import dev.switchyard.fake.MemoryFiles;
import dev.switchyard.fake.MemoryJournal;
import dev.switchyard.fake.MemoryVersions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Byte for byte: after any switches, with another program's edits in between, what is left is what
/// the person would have had without them.
class RouteBytesTest {
  private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
  private static final Path HOME = Path.of("/home/ada");
  private static final Path PROJECT = HOME.resolve("src/app");
  private static final Path SETTINGS = PROJECT.resolve(".claude/settings.json");
  private static final int MEGABYTE = 1 << 20;

  private final MemoryFiles files = new MemoryFiles();
  private final MemoryJournal journal = new MemoryJournal();

  /// @param length about how long the documents are, in bytes
  @ParameterizedTest
  @ValueSource(ints = {0, MEGABYTE})
  void everyOtherByteStays(int length) throws PortException {
    int documents = length == 0 ? 300 : 3;
    for (int i = 0; i < documents; i++) {
      long seed = 0xB17E_0000L + i;
      var random = new Random(seed);
      files.contents.clear();
      journal.journal = Journal.EMPTY;
      files.folders.add(HOME);
      files.folders.add(PROJECT);
      var theirs = document(random, length);
      files.put(SETTINGS, theirs);
      for (int step = 0; step < 7; step++) {
        if (random.nextInt(3) == 0) {
          var now = files.text(SETTINGS).orElseThrow();
          files.put(SETTINGS, edited(now, step));
          theirs = edited(theirs, step);
        } else {
          change(random);
        }
        assertThat(withoutRoute(files.text(SETTINGS).orElseThrow()))
            .as("seed %d, step %d", seed, step)
            .isEqualTo(withoutRoute(theirs));
      }
      switcher().change(RouteRequest.inherit(PROJECT, Optional.empty()));

      assertThat(files.text(SETTINGS).orElseThrow()).as("seed %d", seed).isEqualTo(theirs);
    }
  }

  /// With a key of another program's, whose value it changes later.
  private static String document(Random random, int length) throws PortException {
    var filler = new StringBuilder("\"v\"");
    if (length > 0) {
      var nested = new RandomSettings(random);
      filler.setLength(0);
      filler.append("[\"v\"");
      while (filler.length() < length) {
        var more = new String(nested.next(), UTF_8).replace("\uFEFF", "").strip();
        filler.append(", ").append(more.isEmpty() ? "{}" : more);
      }
      filler.append(']');
    }
    return SettingsText.parse(SETTINGS, Optional.of(new RandomSettings(random).next()))
        .with(Map.of(SettingKey.top("theirs"), Optional.of(filler.toString())))
        .toString();
  }

  private static String edited(String text, int step) {
    return text.replaceFirst("\"v\\d*\"", "\"v" + step + "\"");
  }

  /// The text with the route's keys cut out; an object that held nothing else goes with them.
  private static String withoutRoute(String text) throws PortException {
    var keys = RouteKeys.keys();
    var document = SettingsText.parse(SETTINGS, Optional.of(text.getBytes(UTF_8)));
    var gone = new LinkedHashMap<SettingKey, Optional<String>>();
    keys.forEach(key -> gone.put(key, Optional.empty()));
    var rest = document.with(gone);
    var empty = new LinkedHashMap<SettingKey, Optional<String>>();
    for (var section : List.of(Section.ENV, Section.PERMISSIONS)) {
      if (rest.names(section).isEmpty()) {
        empty.put(SettingKey.top(section.memberName()), Optional.empty());
      }
    }
    return rest.with(empty).toString();
  }

  private void change(Random random) throws PortException {
    var switcher = switcher();
    switch (random.nextInt(5)) {
      case 0 -> switcher.change(RouteRequest.cloud(PROJECT, Optional.empty(), Optional.empty()));
      case 1 -> switcher.change(RouteRequest.inherit(PROJECT, Optional.empty()));
      case 2 -> switcher.undo();
      default -> {
        var target = new LocalTarget("http://localhost:1", "m" + random.nextInt(3), 65_536);
        switcher.change(RouteRequest.local(PROJECT, Optional.empty(), target));
      }
    }
  }

  private SwitchRoute switcher() {
    var repositories = new FakeRepositories();
    var surroundings =
        new ClaudeSurroundings(
            HOME, HOME.resolve("managed.json"), HOME.resolve(".claude/settings.json"), Map.of());
    return new SwitchRoute(
        files,
        repositories,
        new SettingsRouteReader(files, repositories, () -> Account.NONE, surroundings),
        new JournaledFiles(files, journal, new MemoryVersions(), CLOCK),
        surroundings,
        List::of,
        CLOCK);
  }
}
