package dev.switchyard.domain.work;

import dev.switchyard.domain.work.RequestStage.Answering;
import dev.switchyard.domain.work.RequestStage.Loading;
import dev.switchyard.domain.work.RequestStage.Reading;
import dev.switchyard.domain.work.RequestStage.Resting;
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
  private static final Pattern ANSWER = Pattern.compile(SLOT + "init sampler");
  private static final Pattern END = Pattern.compile(SLOT + "stop processing");

  private final Map<Integer, RequestStage> slots = new TreeMap<>();
  private boolean loading;

  private LoggedWork() {}

  /// @param lines the log or its end, oldest first; what began before them is not seen
  public static RequestStage stage(List<String> lines) {
    var work = new LoggedWork();
    lines.forEach(work::take);
    return work.stage();
  }

  /// Of several requests the one that a person waits longest for.
  private RequestStage stage() {
    if (loading) {
      return new Loading();
    }
    return first(Reading.class).or(() -> first(Answering.class)).orElseGet(Resting::new);
  }

  private Optional<RequestStage> first(Class<? extends RequestStage> kind) {
    return slots.values().stream().filter(kind::isInstance).findFirst();
  }

  private void take(String line) {
    if (line.startsWith("slot ")) {
      takeSlot(line);
    } else if (line.contains(LOADING)) {
      loading = true;
    } else if (line.contains(LOADED)) {
      loading = false;
    } else if (line.contains(STARTED)) {
      // What an earlier run of the server was about came to nothing.
      loading = false;
      slots.clear();
    } else if (line.endsWith(ALL_IDLE)) {
      slots.clear();
    }
  }

  private void takeSlot(String line) {
    find(PROMPT, line).ifPresent(prompt -> slots.put(slot(prompt), new Reading(0, count(prompt))));
    find(BATCH, line)
        .ifPresent(
            batch -> slots.computeIfPresent(slot(batch), (_, stage) -> read(stage, count(batch))));
    find(ANSWER, line).ifPresent(answer -> slots.put(slot(answer), new Answering()));
    find(END, line).ifPresent(end -> slots.remove(slot(end)));
  }

  private static RequestStage read(RequestStage before, long tokens) {
    return before instanceof Reading(_, long of) ? new Reading(Math.min(tokens, of), of) : before;
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
