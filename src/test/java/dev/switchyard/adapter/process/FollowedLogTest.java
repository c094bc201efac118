package dev.switchyard.adapter.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.Home;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.Surroundings;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.work.WorkLog.News;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// With a `/proc` of the test's own, as Linux writes it.
@DisabledOnOs(OS.WINDOWS)
class FollowedLogTest {
  private static final Known<News> UNKNOWN = Known.unknown(Message.of("work.unknown.no-log"));

  @TempDir private Path folder;
  private Path proc;
  private Path log;
  private Instant now = Instant.EPOCH;

  @BeforeEach
  void machine() throws IOException {
    proc = Files.createDirectories(folder.resolve("proc"));
    log = Files.writeString(folder.resolve("server.log"), "one\ntwo\nthr");
    Files.createDirectories(proc.resolve("net"));
    // 11434 is 2CAA; the second line belongs to a connection, not to who listens.
    Files.writeString(
        proc.resolve("net/tcp"),
        """
          sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
           1: 0100007F:2CAA 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 4711 2 0
           2: 0100007F:2CAA 0100007F:9999 01 00000000:00000000 00:00000000 00000000     0        0 4712 2 0
        """);
    process(70, "bash", "socket:[4711]", log);
    process(71, "ollama", "socket:[9]", folder.resolve("of-another-server"));
  }

  private void process(int pid, String name, String socket, Path output) throws IOException {
    var fd = Files.createDirectories(proc.resolve(pid + "/fd"));
    Files.writeString(proc.resolve(pid + "/comm"), name + "\n");
    Files.createSymbolicLink(fd.resolve("5"), Path.of(socket));
    Files.createSymbolicLink(fd.resolve("2"), output);
  }

  private FollowedLog followed(OperatingSystem system) {
    var url = EndpointUrl.parse("127.0.0.1:11434").orElseThrow();
    var home = Home.below(folder.resolve("home"));
    return new FollowedLog(url, new Surroundings(system, Map.of(), folder), home, () -> now, proc);
  }

  @Test
  void wholeLinesAreToldOnceEach() throws IOException {
    process(72, "ollama", "socket:[4711]", log);
    var followed = followed(OperatingSystem.LINUX);
    assertThat(followed.read()).isEqualTo(Known.of(new News(List.of("one", "two"), true)));
    assertThat(followed.read()).isEqualTo(Known.of(new News(List.of(), false)));
    append("ee\nfour\n");
    assertThat(followed.read()).isEqualTo(Known.of(new News(List.of("three", "four"), false)));
  }

  @Test
  void aLogThatBeganAnewIsReadFromItsBeginning() throws IOException {
    process(72, "ollama", "socket:[4711]", log);
    var followed = followed(OperatingSystem.LINUX);
    followed.read();
    Files.writeString(log, "new\n");
    assertThat(followed.read()).isEqualTo(Known.of(new News(List.of("new"), true)));
  }

  @Test
  void ofALongLogOnlyTheEndIsRead() throws IOException {
    process(72, "ollama", "socket:[4711]", log);
    var followed = followed(OperatingSystem.LINUX);
    followed.read();
    append("\n" + "long line\n".repeat(FollowedLog.MOST_BYTES / 5) + "last\n");
    var news = followed.read().toOptional().orElseThrow();
    assertThat(news.anew()).isTrue();
    assertThat(news.lines()).endsWith("last").hasSizeLessThan(FollowedLog.MOST_BYTES / 9);
  }

  @Test
  void aServerThatIsNotFoundIsSearchedOnceAMinute() throws IOException {
    var followed = followed(OperatingSystem.LINUX);
    assertThat(followed.read()).isEqualTo(UNKNOWN);
    process(72, "ollama", "socket:[4711]", log);
    now = now.plusSeconds(59);
    assertThat(followed.read()).isEqualTo(UNKNOWN);
    now = now.plusSeconds(1);
    assertThat(followed.read().toOptional()).isPresent();
  }

  @Test
  void aServerThatWasJustStartedIsSearchedAtOnce() throws IOException {
    var followed = followed(OperatingSystem.LINUX);
    followed.read();
    process(72, "ollama", "socket:[4711]", log);
    followed.lookAgain();
    assertThat(followed.read().toOptional()).isPresent();
  }

  /// A service's is the journal; a terminal's is the terminal.
  @Test
  void whatIsNoFileIsNotFollowed() throws IOException {
    process(72, "ollama", "socket:[4711]", Path.of("socket:[1]"));
    assertThat(followed(OperatingSystem.LINUX).read()).isEqualTo(UNKNOWN);
  }

  @Test
  void aServerThatEndedTakesItsLogAlong() throws IOException {
    process(72, "ollama", "socket:[4711]", log);
    var followed = followed(OperatingSystem.LINUX);
    followed.read();
    Files.delete(proc.resolve("72/fd/2"));
    assertThat(followed.read()).isEqualTo(UNKNOWN);
  }

  @Test
  void elsewhereTheFileOfTheApplicationTells() throws IOException {
    var followed = followed(OperatingSystem.MACOS);
    assertThat(followed.read()).isEqualTo(UNKNOWN);
    var logs = Files.createDirectories(Home.below(folder.resolve("home")).ollama().resolve("logs"));
    Files.writeString(logs.resolve("server.log"), "one\n");
    assertThat(followed.read()).isEqualTo(Known.of(new News(List.of("one"), true)));
  }

  private void append(String text) throws IOException {
    Files.writeString(log, text, StandardOpenOption.APPEND);
  }
}
