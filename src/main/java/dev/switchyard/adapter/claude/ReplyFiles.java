package dev.switchyard.adapter.claude;

import dev.switchyard.adapter.file.FileFailures;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.reply.Reply;
import dev.switchyard.domain.reply.ReplyJournal;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The replies in a session's transcript, read from its end on.
///
/// Source: the files of Claude Code 2.1.330. Each line of the conversation names the one before it
/// by its `uuid`; one that names none begins it anew, after `/compact` and `/clear` too. A reply
/// has a line for each of its parts; those written while it still came have no `stop_reason`, and
/// their counts are an estimate of the server's.
public final class ReplyFiles implements ReplyJournal {
  /// One more than are looked at, for what came before.
  private static final int MOST = 9;

  /// Further back than this nothing is looked for, in bytes.
  private static final long DEEPEST = 4 << 20;

  private final TranscriptPlace place;
  private final Map<Path, Seen> seen = new ConcurrentHashMap<>();

  /// What a file held; as long as it is the same, it need not be read again.
  private record Seen(FileTime written, long size, List<Reply> replies) {
    boolean isOf(BasicFileAttributes now) {
      return written.equals(now.lastModifiedTime()) && size == now.size();
    }
  }

  /// @param claudeConfig Claude Code's own folder, such as `~/.claude`
  public ReplyFiles(Path claudeConfig) {
    this.place = new TranscriptPlace(claudeConfig);
  }

  @Override
  public List<Reply> latest(Path folder, String session) throws PortException {
    var file = place.named(folder, session);
    if (file.isEmpty()) {
      return List.of();
    }
    try {
      return latest(file.get());
    } catch (IOException e) {
      throw FileFailures.explain(file.get(), e);
    }
  }

  private List<Reply> latest(Path file) throws IOException {
    var now = Files.readAttributes(file, BasicFileAttributes.class);
    var known = seen.get(file);
    if (known != null && known.isOf(now)) {
      return known.replies();
    }
    var replies = read(file);
    seen.put(file, new Seen(now.lastModifiedTime(), now.size(), replies));
    return replies;
  }

  private static List<Reply> read(Path file) throws IOException {
    try (var bytes = new RandomAccessFile(file.toFile(), "r")) {
      long end = bytes.length();
      var lines = new LinesFromEnd(bytes, end, Math.max(0, end - DEEPEST));
      var conversation = new Conversation();
      while (conversation.wantsMore()) {
        var line = lines.previous();
        if (line.isEmpty()) {
          break;
        }
        TranscriptLine.parse(line.get()).ifPresent(conversation::add);
      }
      return conversation.replies();
    }
  }

  /// Follows a conversation back from its last line.
  private static final class Conversation {
    private final List<Reply> newestFirst = new ArrayList<>();
    private Optional<String> wanted = Optional.empty();
    private Optional<TranscriptLine.Answer> answer = Optional.empty();
    private long added;
    private boolean begun;
    private boolean ended;

    boolean wantsMore() {
      return !ended && newestFirst.size() < MOST;
    }

    void add(TranscriptLine line) {
      if (begun && !wanted.equals(Optional.of(line.id()))) {
        return;
      }
      begun = true;
      wanted = line.parent();
      line.answer().ifPresent(this::add);
      added += line.textBytes();
      if (wanted.isEmpty()) {
        finish();
      }
    }

    private void add(TranscriptLine.Answer now) {
      if (answer.filter(one -> one.id().equals(now.id())).isPresent()) {
        return;
      }
      keep(false);
      answer = Optional.of(now);
      added = 0;
    }

    private void keep(boolean first) {
      answer.ifPresent(one ->
          newestFirst.add(
              new Reply(
                  one.at(), one.model(), one.promptTokens(), one.outputTokens(), added, first)));
    }

    private void finish() {
      keep(true);
      answer = Optional.empty();
      ended = true;
    }

    List<Reply> replies() {
      return newestFirst.reversed();
    }
  }
}
