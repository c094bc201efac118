package dev.switchyard.domain.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.Version;
import dev.switchyard.domain.truth.Runner;
import dev.switchyard.domain.truth.Runners;
import dev.switchyard.fake.ScriptedLog;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadWorkTest {
  private static final Version NEW = Version.of(0, 32, 15);
  private static final Known<List<String>> READING =
      Known.of(List.of("slot update_slots: id  0 | task 3 | new prompt, task.n_tokens = 18000"));

  private final List<Runner> one = List.of(new Runner(1, Optional.empty(), List.of(), 0));

  @Test
  void theLogOfTheRunnersServerTells() {
    assertThat(work("127.0.0.1:11434", () -> one, READING).read(NEW))
        .isEqualTo(Known.of(new RequestStage.Reading(0, 18_000)));
  }

  /// Of several servers on one machine each has its own log, which no runner of another replaces.
  @Test
  void theServersOwnFileGoesFirst() {
    var news = new WorkLog.News(List.of("msg=\"starting llama-server\""), true);
    assertThat(work("127.0.0.1:11434", Known.of(news), () -> one, READING).read(NEW))
        .isEqualTo(Known.of(new RequestStage.Loading()));
  }

  @Test
  void whatCannotBeSeenIsUnknownWithItsReason() {
    var noLog = Known.<List<String>>unknown(Message.of("truth.unknown.noLog"));
    assertThat(reason(work("gpu-box:11434", () -> one, READING).read(NEW)))
        .isEqualTo("truth.unknown.elsewhere");
    assertThat(reason(work("localhost", () -> one, READING).read(Version.of(0, 29, 9))))
        .isEqualTo("work.unknown.old");
    assertThat(reason(work("localhost", List::of, READING).read(NEW)))
        .isEqualTo("truth.unknown.noRunner");
    assertThat(reason(work("localhost", () -> one, noLog).read(NEW)))
        .isEqualTo("truth.unknown.noLog");
    assertThat(reason(work("localhost", ReadWorkTest::hidden, READING).read(NEW)))
        .isEqualTo("hidden");
  }

  private static List<Runner> hidden() throws PortException {
    throw new PortException(PortException.Kind.FAILED, Message.of("hidden"));
  }

  private static ReadWork work(String url, Runners runners, Known<List<String>> log) {
    return work(url, Known.unknown(Message.of("work.unknown.no-log")), runners, log);
  }

  private static ReadWork work(
      String url, Known<WorkLog.News> followed, Runners runners, Known<List<String>> log) {
    var follow = new FollowWork(_ -> new ScriptedLog(List.of(followed)));
    return new ReadWork(EndpointUrl.parse(url).orElseThrow(), follow, runners, _ -> log);
  }

  private static String reason(Known<RequestStage> work) {
    return work instanceof Known.Unknown<RequestStage>(var reason) ? reason.key() : "known";
  }
}
