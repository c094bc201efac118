package dev.switchyard.domain.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.work.RequestStage.Loading;
import dev.switchyard.domain.work.RequestStage.Reading;
import dev.switchyard.domain.work.RequestStage.Resting;
import dev.switchyard.fake.ScriptedLog;
import java.util.List;
import org.junit.jupiter.api.Test;

class FollowWorkTest {
  private static final String LOADING = "msg=\"starting llama-server\"";
  private static final String PROMPT = "slot x: id  0 | task 3 | new prompt, task.n_tokens = 18000";

  private final EndpointUrl here = EndpointUrl.parse("127.0.0.1:11434").orElseThrow();
  private final ScriptedLog log = new ScriptedLog(List.of());
  private final FollowWork follow = new FollowWork(_ -> log);

  @Test
  void whatWasReadBeforeStillCounts() {
    log.add(true, PROMPT);
    log.add(false);
    log.add(false, "slot x: id  0 | task 3 | cached n_tokens = 2048, memory_seq_rm [2048, end)");
    assertThat(follow.look(here)).isEqualTo(Known.of(new Reading(0, 18_000)));
    assertThat(follow.look(here)).isEqualTo(Known.of(new Reading(0, 18_000)));
    assertThat(follow.look(here)).isEqualTo(Known.of(new Reading(2_048, 18_000)));
  }

  @Test
  void anotherLogKnowsNothingOfTheOneBefore() {
    log.add(true, LOADING);
    log.add(true, "[GIN] whatever");
    assertThat(follow.look(here)).isEqualTo(Known.of(new Loading()));
    assertThat(follow.look(here)).isEqualTo(Known.of(new Resting()));
  }

  @Test
  void whereTheLogIsGoneSoIsWhatItTold() {
    var gone = Known.<WorkLog.News>unknown(Message.of("work.unknown.no-log"));
    var cut = new ScriptedLog(List.of(Known.of(new WorkLog.News(List.of(LOADING), true)), gone));
    var work = new FollowWork(_ -> cut);
    assertThat(work.look(here)).isEqualTo(Known.of(new Loading()));
    assertThat(work.look(here)).isEqualTo(Known.unknown(Message.of("work.unknown.no-log")));
    assertThat(work.look(here)).isEqualTo(Known.of(new Resting()));
  }

  @Test
  void anotherMachinesLogIsNotLookedFor() {
    var away = EndpointUrl.parse("gpu-box:11434").orElseThrow();
    follow.started(away);
    assertThat(follow.look(away)).isEqualTo(Known.unknown(Message.of("truth.unknown.elsewhere")));
    assertThat(log.reads()).isZero();
    assertThat(log.searches()).isZero();
  }

  @Test
  void aServerThatWasJustStartedIsLookedForAgain() {
    follow.started(here);
    assertThat(log.searches()).isOne();
  }
}
