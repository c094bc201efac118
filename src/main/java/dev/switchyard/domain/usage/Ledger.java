package dev.switchyard.domain.usage;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;

/// What was counted so far. Each answer counts once, however many lines tell of it and in however
/// many transcripts: a resumed or forked session begins with a copy of the earlier one.
///
/// While an answer still comes, its lines hold what the server had estimated by then. What a later
/// line has more is added, as long as the answer is among the last thousand that have not ended.
public final class Ledger {
  private static final int MOST_OPEN = 1_000;

  private final Map<UsageKey, Tally> totals = new LinkedHashMap<>();
  private final Map<Long, Open> open = new LinkedHashMap<>();
  private final IdSet counted = new IdSet();
  private long unreadable;

  /// An answer that may be told of again.
  ///
  /// @param key what it was counted by
  /// @param tally what of it was counted
  public record Open(UsageKey key, Tally tally) {}

  /// @param key what it is counted by if nothing was counted of it yet
  public void count(NotedAnswer answer, UsageKey key) {
    long id = shortened(answer.id());
    var earlier = open.remove(id);
    if (earlier != null) {
      var more = earlier.tally().risenTo(answer.tally());
      totals.merge(earlier.key(), more, Tally::plus);
      keepOpen(id, new Open(earlier.key(), earlier.tally().plus(more)), answer.ended());
    } else if (counted.add(id)) {
      totals.merge(key, answer.tally(), Tally::plus);
      keepOpen(id, new Open(key, answer.tally()), answer.ended());
    }
  }

  private void keepOpen(long id, Open answer, boolean ended) {
    if (ended) {
      return;
    }
    open.put(id, answer);
    if (open.size() > MOST_OPEN) {
      open.remove(open.keySet().iterator().next());
    }
  }

  /// Notes a line that tells of an answer and cannot be understood.
  public void skip() {
    unreadable++;
  }

  public Map<UsageKey, Tally> totals() {
    return Collections.unmodifiableMap(totals);
  }

  public Map<Long, Open> open() {
    return Collections.unmodifiableMap(open);
  }

  /// The answers that were counted, as [#restore] takes them.
  public LongStream ids() {
    return counted.stream();
  }

  /// Lines that were passed over.
  public long unreadable() {
    return unreadable;
  }

  /// Puts back what was counted earlier. For an empty ledger.
  public void restore(Map<UsageKey, Tally> sums, Map<Long, Open> answers, long passedOver) {
    totals.putAll(sums);
    open.putAll(answers);
    unreadable = passedOver;
  }

  /// Puts back an answer that was counted earlier.
  public void restore(long id) {
    counted.add(id);
  }

  private static long shortened(String id) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(hash).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
