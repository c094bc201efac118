package dev.switchyard.adapter.claude;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.reply.CutPrompt;
import dev.switchyard.domain.reply.CutPrompt.Sign;
import dev.switchyard.domain.reply.CutRules;
import dev.switchyard.domain.reply.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Transcripts of the real Claude Code 2.1.330 against the real Ollama 0.32.15; what says nothing
/// of the conversation is shortened in them.
class ReplyFilesTest {
  private static final Path RECORDED = Path.of("src/test/resources/transcripts");

  @TempDir Path home;
  private Path project;
  private Path transcript;
  private ReplyFiles files;

  @BeforeEach
  void folders() throws IOException {
    project = Files.createDirectories(home.resolve("src/app")).toRealPath();
    var folder =
        Files.createDirectories(
            home.resolve("claude/projects")
                .resolve(project.toString().replaceAll("[^A-Za-z0-9]", "-")));
    transcript = folder.resolve("one.jsonl");
    files = new ReplyFiles(home.resolve("claude"));
  }

  @Test
  void aSessionWithoutNotesHasNoReplies() throws PortException {
    assertThat(files.latest(project, "one")).isEmpty();
    assertThat(files.latest(project, "../one")).isEmpty();
  }

  @Test
  void repliesAreReadWithWhatCameBetweenThem() throws Exception {
    var replies = replies("whole");

    assertThat(replies).extracting(Reply::promptTokens).containsExactly(19_166L, 19_212L);
    assertThat(replies).extracting(Reply::first).containsExactly(true, false);
    assertThat(replies.getLast().addedBytes())
        .isEqualTo("(Bash completed with no output)".length());
    assertThat(replies.getLast().model()).isEqualTo("agent65536");
    assertThat(replies.getLast().outputTokens()).isEqualTo(2);
  }

  /// The server's estimate at the begin of a stream is of the whole prompt, also where it cuts it.
  @Test
  void anEstimateIsNoCount() throws Exception {
    assertThat(replies("cut-half")).extracting(Reply::promptTokens).containsExactly(2_050L);
    assertThat(cut("cut-half", 4_096)).contains(Sign.HALF);
  }

  @Test
  void aConversationThatIsShortenedToFitIsTold() throws Exception {
    assertThat(replies("grown-too-long"))
        .extracting(Reply::promptTokens)
        .containsExactly(20_141L, 21_112L, 22_082L, 24_165L, 24_164L);
    assertThat(cut("grown-too-long", 24_576)).contains(Sign.SHORT);
    assertThat(cut("grown-too-long", 65_536)).isEmpty();
  }

  @Test
  void aCompactedConversationBeginsAnew() throws Exception {
    assertThat(replies("compacted"))
        .extracting(Reply::promptTokens)
        .containsExactly(19_615L, 19_624L);
    assertThat(replies("compacted-by-itself"))
        .extracting(Reply::promptTokens)
        .containsExactly(22_684L, 25_894L, 25_903L);
  }

  /// Looked at after every line that was written, and also half written.
  @ParameterizedTest
  @ValueSource(strings = {"whole", "compacted", "compacted-by-itself"})
  void noAlarmIsRaisedAtAnyMomentOfAConversationThatFits(String name) throws Exception {
    var lines = Files.readAllLines(RECORDED.resolve(name + ".jsonl"));
    for (int i = 1; i <= lines.size(); i++) {
      var part = String.join("\n", lines.subList(0, i));
      for (var text : List.of(part + "\n", part.substring(0, part.length() - 20))) {
        Files.writeString(transcript, text);
        var replies = new ReplyFiles(home.resolve("claude")).latest(project, "one");
        assertThat(CutRules.last(replies, 40_960)).as("%s, line %d", name, i).isEmpty();
        assertThat(CutRules.last(replies, 65_536)).as("%s, line %d", name, i).isEmpty();
      }
    }
  }

  @Test
  void aFileThatHasGrownIsReadAgain() throws Exception {
    Files.copy(RECORDED.resolve("whole.jsonl"), transcript);
    assertThat(files.latest(project, "one")).hasSize(2);

    Files.writeString(transcript, Files.readString(RECORDED.resolve("grown-too-long.jsonl")));
    assertThat(files.latest(project, "one")).hasSize(5);
  }

  private List<Reply> replies(String name) throws Exception {
    Files.copy(RECORDED.resolve(name + ".jsonl"), transcript);
    var replies = files.latest(project, "one");
    Files.delete(transcript);
    return replies;
  }

  private Optional<Sign> cut(String name, int context) throws Exception {
    return CutRules.last(replies(name), context).map(CutPrompt::sign);
  }
}
