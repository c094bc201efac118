package dev.switchyard.domain.route.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.Fingerprint;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.route.Account;
import dev.switchyard.domain.route.ClaudeSurroundings;
import dev.switchyard.domain.route.SettingsRouteReader;
import dev.switchyard.domain.route.SettingsVersion;
import dev.switchyard.domain.route.SettingsVersions;
import dev.switchyard.fake.FakeRepositories;
import dev.switchyard.fake.MemoryFiles;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WatchRoutesTest {
  private static final Path HOME = Path.of("/home/ada");
  private static final Path USER = HOME.resolve(".claude/settings.json");
  private static final Path DATA = HOME.resolve(".claude.json");
  private static final Path ONE = HOME.resolve("one");
  private static final Path TWO = HOME.resolve("two");
  private static final Path SETTINGS = ONE.resolve(".claude/settings.json");
  private static final String LOCAL =
      "{\"model\":\"m\",\"env\":{\"ANTHROPIC_BASE_URL\":\"http://localhost:1\"}}";

  private final MemoryFiles memory = new MemoryFiles();
  private final OwnWrites files = new OwnWrites(memory);
  private final List<SettingsVersion> versions = new ArrayList<>();
  private final List<RouteNews> news = new ArrayList<>();
  private int elsewhere;
  private FakeWatch watch;
  private WatchRoutes routes;

  private static final class FakeWatch implements FileWatch {
    final Listener listener;
    Set<Path> files = Set.of();
    boolean closed;

    FakeWatch(Listener listener) {
      this.listener = listener;
    }

    @Override
    public void watch(Set<Path> wanted) {
      files = wanted;
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  @BeforeEach
  void follow() {
    routes =
        new WatchRoutes(
            files,
            new KnownVersions(),
            new SettingsRouteReader(
                files,
                new FakeRepositories(),
                () -> Account.NONE,
                new ClaudeSurroundings(HOME, Path.of("/etc/managed.json"), USER, Map.of())),
            Set.of(DATA),
            new Subscriber(),
            listener -> watch = new FakeWatch(listener));
    routes.follow(List.of(ONE, TWO));
  }

  @AfterEach
  void close() {
    routes.close();
    assertThat(watch.closed).isTrue();
  }

  @Test
  void exactlyTheFilesThatDecideAreWatched() {
    assertThat(watch.files)
        .containsExactlyInAnyOrder(
            DATA,
            USER,
            Path.of("/etc/managed.json"),
            SETTINGS,
            ONE.resolve(".claude/settings.local.json"),
            TWO.resolve(".claude/settings.json"),
            TWO.resolve(".claude/settings.local.json"));
  }

  @Test
  void aForeignChangeIsToldWithItsMeaningAndItsDifference() {
    memory.put(SETTINGS, LOCAL);
    watch.listener.changed(Set.of(SETTINGS));

    assertThat(news).hasSize(1);
    var only = news.getFirst();
    assertThat(only.isForPerson()).isTrue();
    assertThat(only.text())
        .isEqualTo(
            Message.of(
                "watch.news.one",
                SETTINGS.toString(),
                "one",
                Message.of("watch.to.model", "localhost:1", "m")));
    assertThat(only.files().getFirst().textBefore()).isEmpty();
    assertThat(only.files().getFirst().textAfter()).isEqualTo(LOCAL);
  }

  @Test
  void theDefaultRouteConcernsAllThatInheritIt() {
    memory.put(USER, LOCAL);
    watch.listener.changed(Set.of(USER));

    assertThat(news.getFirst().rerouted()).hasSize(3);
    assertThat(news.getFirst().text())
        .isEqualTo(
            Message.of(
                "watch.news.many",
                USER.toString(),
                Message.of("watch.default-route"),
                Message.of("watch.to.model", "localhost:1", "m"),
                2));
  }

  @Test
  void theSameContentAgainIsNoNews() {
    memory.put(SETTINGS, LOCAL);
    watch.listener.changed(Set.of(SETTINGS));
    watch.listener.changed(Set.of(SETTINGS));

    assertThat(news).hasSize(1);
  }

  @Test
  void aChangeThatReroutesNothingConcernsNobody() {
    memory.put(SETTINGS, "{\"permissions\":{\"allow\":[\"Bash(ls)\"]}}");
    watch.listener.changed(Set.of(SETTINGS));

    assertThat(news.getFirst().isForPerson()).isFalse();
  }

  @Test
  void anOwnWriteIsNone() throws PortException {
    files.replace(SETTINGS, Optional.empty(), Optional.of(LOCAL.getBytes(UTF_8)));
    watch.listener.changed(Set.of(SETTINGS));

    assertThat(news.getFirst().own()).isTrue();
    assertThat(news.getFirst().isForPerson()).isFalse();
    assertThat(news.getFirst().rerouted()).hasSize(1);
  }

  @Test
  void whatACommandOfSwitchyardWroteIsAnOwnWriteToo() {
    memory.put(SETTINGS, LOCAL);
    versions.add(version(SettingsVersion.Cause.LOCAL));
    watch.listener.changed(Set.of(SETTINGS));

    assertThat(news.getFirst().own()).isTrue();
  }

  @Test
  void whatSwitchyardFoundIsSomebodyElses() {
    memory.put(SETTINGS, LOCAL);
    versions.add(version(SettingsVersion.Cause.FOUND));
    watch.listener.changed(Set.of(SETTINGS));

    assertThat(news.getFirst().own()).isFalse();
  }

  @Test
  void anotherProjectIsFollowedFromNowOn() {
    var three = HOME.resolve("three");
    routes.follow(List.of(ONE, three));
    var settings = three.resolve(".claude/settings.json");
    memory.put(settings, LOCAL);
    watch.listener.changed(Set.of(settings));

    assertThat(watch.files).contains(settings).doesNotContain(TWO.resolve(".claude/settings.json"));
    assertThat(news.getFirst().rerouted())
        .extracting(RouteNews.Affected::folder)
        .containsExactly(Optional.of(three));
  }

  @Test
  void whatClaudeCodeKeepsElsewhereIsToldWithoutNews() {
    watch.listener.changed(Set.of(DATA));

    assertThat(elsewhere).isOne();
    assertThat(news).isEmpty();
  }

  private static SettingsVersion version(SettingsVersion.Cause cause) {
    var content = LOCAL.getBytes(UTF_8);
    return new SettingsVersion(
        SETTINGS, Fingerprint.of(content), Instant.EPOCH, cause, content.length, Optional.empty());
  }

  private final class Subscriber implements WatchRoutes.Subscriber {
    @Override
    public void changed(RouteNews heard) {
      news.add(heard);
    }

    @Override
    public void changedElsewhere() {
      elsewhere++;
    }

    @Override
    public void limited(Message reason) {
      throw new AssertionError(reason.toString());
    }
  }

  private final class KnownVersions implements SettingsVersions {
    @Override
    public List<Path> files() {
      return List.of();
    }

    @Override
    public List<SettingsVersion> of(Path file) {
      return versions;
    }

    @Override
    public Optional<byte[]> content(SettingsVersion version) {
      return Optional.empty();
    }

    @Override
    public void keep(SettingsVersion version, Optional<byte[]> content) {
      throw new AssertionError("the watch keeps nothing");
    }
  }
}
