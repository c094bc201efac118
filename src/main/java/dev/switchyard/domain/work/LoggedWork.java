package dev.switchyard.domain.work;

import dev.switchyard.domain.work.RequestStage.Answering;
import dev.switchyard.domain.work.RequestStage.Loading;
import dev.switchyard.domain.work.RequestStage.Reading;
import dev.switchyard.domain.work.RequestStage.Resting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Reads from the lines of a server's log what it is doing.
///
/// llama-server tells of each batch of a prompt, 2,048 tokens at most, which is the only sign of
/// life before the first token: the API sends not even headers. Its lines name the slot that serves
/// a request but not the model, so of two models at work at once the later line counts.
///
/// A request whose runner is killed, or whose model does not load, leaves no other trace than the
/// web server's line of the failure, which does not name the slot: all are taken for ended then. Of
/// another one the answer is seen.
///
/// Source: seen on Ollama 0.32.15. Versions before 0.30 log nothing of the kind; theirs rest.
public final class LoggedWork {
  private static final String STARTED = "msg=\"Listening on ";
  private static final String LOADING = "msg=\"starting llama-server\"";
  private static final String LOADED = "msg=\"llama-server started in ";
  private static final String ALL_IDLE = "all slots are idle";

  private static final String SLOT = "^slot +\\S+: id +(\\d{1,4}) \\| task -?\\d+ \\| ";
  private static final Pattern PROMPT =
      Pattern.compile(SLOT + "new prompt, .*task\\.n_tokens = (\\d{1,9})");
  private static final Pattern BATCH = Pattern.compile(SLOT + "cached n_tokens = (\\d{1,9}),");

  /// Its count leaves out the tokens from the cache. It comes when the prompt takes seconds.
  private static final Pattern TIMING =
      Pattern.compile(
          SLOT + "prompt processing, n_tokens = +(\\d{1,9}), .*t = +(\\d{1,6}\\.\\d{1,3}) s");

  private static final Pattern ANSWER = Pattern.compile(SLOT + "init sampler");
  private static final Pattern END = Pattern.compile(SLOT + "stop processing");

  /// A request for an answer that got a failure of the server's, or whose asker went away.
  private static final Pattern FAILED =
      Pattern.compile(
          "^\\[GIN] .*\\| (?:5\\d\\d|499) \\|.* POST +\"/(?:v1/|api/(?:chat|generate|embed))");

  private final Map<Integer, Slot> slots = new TreeMap<>();
  private boolean loading;

  /// What one slot is about.
  ///
  /// @param stage of its request
  /// @param timing how many tokens of the prompt it had processed, and when
  /// @param perSecond how many it processed then, most recently
  private record Slot(RequestStage stage, Timing timing, double perSecond) {
    private record Timing(long tokens, double seconds) {}

    Slot(RequestStage stage) {
      this(stage, new Timing(0, 0), 0);
    }

    Slot read(long tokens) {
      return stage instanceof Reading(_, long of, _)
          ? new Slot(reading(Math.min(tokens, of), of, perSecond), timing, perSecond)
          : this;
    }

    /// Later tokens take longer than earlier ones, so the last ones tell the rate.
    Slot timed(Timing now) {
      double seconds = now.seconds() - timing.seconds();
      if (!(stage instanceof Reading(long tokens, long of, _)) || seconds <= 0) {
        return this;
      }
      double rate = (now.tokens() - timing.tokens()) / seconds;
      return new Slot(reading(tokens, of, rate), now, rate);
    }

    private static Reading reading(long tokens, long of, double perSecond) {
      return new Reading(
          tokens,
          of,
          perSecond > 0
              ? Optional.of(Duration.ofSeconds(Math.round((of - tokens) / perSecond)))
              : Optional.empty());
    }
  }

  /// @param lines the log or its end, oldest first; what began before them is not seen
  public static RequestStage stage(List<String> lines) {
    var work = new LoggedWork();
    lines.forEach(work::take);
    return work.stage();
  }

  /// Of several requests the one that a person waits longest for.
  RequestStage stage() {
    if (loading) {
      return new Loading();
    }
    return first(Reading.class).or(() -> first(Answering.class)).orElseGet(Resting::new);
  }

  private Optional<RequestStage> first(Class<? extends RequestStage> kind) {
    return slots.values().stream().map(Slot::stage).filter(kind::isInstance).findFirst();
  }

  /// The log has got another line.
  void take(String line) {
    if (line.startsWith("slot ")) {
      takeSlot(line);
    } else if (line.contains(LOADING)) {
      loading = true;
    } else if (line.contains(LOADED)) {
      loading = false;
    } else if (line.contains(STARTED) || FAILED.matcher(line).find()) {
      // What an earlier run of the server was about came to nothing, or this request did.
      loading = false;
      slots.clear();
    } else if (line.endsWith(ALL_IDLE)) {
      slots.clear();
    }
  }

  private void takeSlot(String line) {
    find(PROMPT, line)
        .ifPresent(prompt -> slots.put(slot(prompt), new Slot(new Reading(0, count(prompt)))));
    find(BATCH, line)
        .ifPresent(
            batch -> slots.computeIfPresent(slot(batch), (_, before) -> before.read(count(batch))));
    find(TIMING, line)
        .ifPresent(timing ->
            slots.computeIfPresent(
                slot(timing),
                (_, before) ->
                    before.timed(
                        new Slot.Timing(count(timing), Double.parseDouble(timing.group(3))))));
    find(ANSWER, line).ifPresent(answer -> slots.put(slot(answer), new Slot(new Answering())));
    find(END, line).ifPresent(end -> slots.remove(slot(end)));
  }

  private static Optional<MatchResult> find(Pattern pattern, String line) {
    var matcher = pattern.matcher(line);
    return matcher.find() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
  }

  private static int slot(MatchResult line) {
    return Integer.parseInt(line.group(1));
  }

  private static long count(MatchResult line) {
    return Long.parseLong(line.group(2));
  }
}
