package dev.switchyard.fake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/// What a server of models may do wrong.
public enum Misdeed {
  NEVER_ANSWERS(false),
  DIES_BEFORE_IT_ANSWERS(true),
  DIES_IN_MID_STREAM(true),
  FORGETS_THE_END(true),
  FALLS_SILENT_IN_MID_STREAM(false),
  BREAKS_EVENTS(true),
  WRITES_A_LINE_OF_10_MB(true),
  WRITES_JSON_WITHOUT_AN_END(true),
  NAMES_ANOTHER_CONTENT_TYPE(true),
  NAMES_NO_CONTENT_TYPE(true),
  FLOODS_WITH_TINY_EVENTS(true),
  DRIPS(false),
  NEVER_ENDS_ITS_HEAD(true),
  /// It never closes its side, as if there were still more of it.
  PACKS_A_BOMB(false);

  private final boolean ends;

  Misdeed(boolean ends) {
    this.ends = ends;
  }

  /// A server that does it at every request.
  public RawServer start() throws IOException {
    return switch (this) {
      case NEVER_ANSWERS -> RawServer.silent();
      case DIES_BEFORE_IT_ANSWERS -> RawServer.dyingAfter("");
      case DIES_IN_MID_STREAM -> RawServer.dyingAfter(RawServer.EVENTS + Words.BEGINNING);
      case FORGETS_THE_END -> RawServer.closingAfter(RawServer.EVENTS + Words.BEGINNING);
      case FALLS_SILENT_IN_MID_STREAM -> RawServer.saying(RawServer.EVENTS + Words.BEGINNING);
      case BREAKS_EVENTS -> RawServer.saying(RawServer.EVENTS + "data: {\"type\":\n\n");
      case WRITES_A_LINE_OF_10_MB ->
          RawServer.saying(RawServer.EVENTS + "data: " + Words.TEN_MEGABYTES);
      case WRITES_JSON_WITHOUT_AN_END ->
          RawServer.flooding(RawServer.JSON + "\"", Words.TEN_MEGABYTES);
      case NAMES_ANOTHER_CONTENT_TYPE ->
          RawServer.saying(RawServer.head("text/html") + "<html>hello</html>");
      case NAMES_NO_CONTENT_TYPE -> RawServer.saying(RawServer.head("") + "{");
      case FLOODS_WITH_TINY_EVENTS ->
          RawServer.flooding(RawServer.EVENTS + Words.BEGINNING, Words.PIECE.repeat(100));
      case DRIPS -> RawServer.dripping(RawServer.EVENTS + Words.BEGINNING, ": still here\n\n");
      case NEVER_ENDS_ITS_HEAD ->
          RawServer.flooding("HTTP/1.1 200 OK\r\n", "X-More: of it\r\n".repeat(100));
      case PACKS_A_BOMB -> RawServer.saying(Words.bomb());
    };
  }

  /// Whether a client need not wait for the end of its time to see that this is no answer.
  public boolean ends() {
    return ends;
  }

  /// What the servers say.
  private static final class Words {
    static final String PIECE =
        "data: {\"type\":\"content_block_delta\",\"index\":0,"
            + "\"delta\":{\"type\":\"text_delta\",\"text\":\"ok\"}}\n\n";

    static final String BEGINNING =
        "data: {\"type\":\"message_start\",\"message\":{\"usage\":{\"input_tokens\":7}}}\n\n"
            + "data: {\"type\":\"content_block_start\",\"index\":0,"
            + "\"content_block\":{\"type\":\"text\",\"text\":\"\"}}\n\n"
            + PIECE;

    static final String TEN_MEGABYTES = "x".repeat(10 << 20);

    /// More than any answer may have, unpacked, in MiB.
    private static final int BOMB = 64;

    static byte[] bomb() {
      var packed = new ByteArrayOutputStream();
      packed.writeBytes(
          "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\n\r\n"
              .getBytes(StandardCharsets.UTF_8));
      try (var gzip = new GZIPOutputStream(packed)) {
        var megabyte = new byte[1 << 20];
        for (int i = 0; i < BOMB; i++) {
          gzip.write(megabyte);
        }
        gzip.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return packed.toByteArray();
    }
  }
}
