package dev.switchyard.fake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/// What a server of models may do wrong.
public enum Misdeed {
  NEVER_ANSWERS(false) {
    @Override
    public RawServer start() throws IOException {
      return RawServer.silent();
    }
  },
  DIES_BEFORE_IT_ANSWERS(true) {
    @Override
    public RawServer start() throws IOException {
      return RawServer.dyingAfter("");
    }
  },
  DIES_IN_MID_STREAM(true) {
    @Override
    public RawServer start() throws IOException {
      return RawServer.dyingAfter(RawServer.EVENTS + BEGINNING);
    }
  },
  FORGETS_THE_END(true) {
    @Override
    public RawServer start() throws IOException {
      return RawServer.closingAfter(RawServer.EVENTS + BEGINNING);
    }
  },
  FALLS_SILENT_IN_MID_STREAM(false) {
    @Override
    public RawServer start() throws IOException {
      return RawServer.saying(RawServer.EVENTS + BEGINNING);
    }
  },
  BREAKS_EVENTS(true) {
    @Override
    public RawServer start() throws IOException {
      return RawServer.saying(RawServer.EVENTS + "data: {\"type\":\n\n");
    }
  },
  WRITES_A_LINE_OF_10_MB(true) {
    @Override
    public RawServer start() throws IOException {
      return RawServer.saying(RawServer.EVENTS + "data: " + TEN_MEGABYTES);
    }
  },
  WRITES_40_MB_OF_JSON(true) {
    @Override
    public RawServer start() throws IOException {
      return RawServer.flooding(RawServer.JSON + "\"", TEN_MEGABYTES);
    }
  },
  NAMES_ANOTHER_CONTENT_TYPE(true) {
    @Override
    public RawServer start() throws IOException {
      return RawServer.saying(RawServer.head("text/html") + "<html>hello</html>");
    }
  },
  NAMES_NO_CONTENT_TYPE(true) {
    @Override
    public RawServer start() throws IOException {
      return RawServer.saying(RawServer.head("") + "{");
    }
  },
  FLOODS_WITH_TINY_EVENTS(true) {
    @Override
    public RawServer start() throws IOException {
      return RawServer.flooding(RawServer.EVENTS + BEGINNING, PIECE.repeat(100));
    }
  },
  DRIPS(false) {
    @Override
    public RawServer start() throws IOException {
      return RawServer.dripping(RawServer.EVENTS + BEGINNING, ": still here\n\n");
    }
  },
  NEVER_ENDS_ITS_HEAD(true) {
    @Override
    public RawServer start() throws IOException {
      return RawServer.flooding("HTTP/1.1 200 OK\r\n", "X-More: of it\r\n".repeat(100));
    }
  },
  /// It never closes its side, as if there were still more of it.
  PACKS_A_BOMB(false) {
    @Override
    public RawServer start() throws IOException {
      var head =
          "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\n\r\n";
      var bomb = bomb();
      return RawServer.start(client -> {
        RawServer.write(client, head.getBytes(StandardCharsets.UTF_8));
        RawServer.write(client, bomb);
      });
    }
  };

  private static final String PIECE =
      "data: {\"type\":\"content_block_delta\",\"index\":0,"
          + "\"delta\":{\"type\":\"text_delta\",\"text\":\"ok\"}}\n\n";

  private static final String BEGINNING =
      "data: {\"type\":\"message_start\",\"message\":{\"usage\":{\"input_tokens\":7}}}\n\n"
          + "data: {\"type\":\"content_block_start\",\"index\":0,"
          + "\"content_block\":{\"type\":\"text\",\"text\":\"\"}}\n\n"
          + PIECE;

  private static final String TEN_MEGABYTES = "x".repeat(10 << 20);

  /// More than any answer may have, unpacked, in MiB.
  private static final int BOMB = 64;

  private final boolean ends;

  Misdeed(boolean ends) {
    this.ends = ends;
  }

  /// A server that does it at every request.
  public abstract RawServer start() throws IOException;

  /// Whether a client need not wait for the end of its time to see that this is no answer.
  public boolean ends() {
    return ends;
  }

  private static byte[] bomb() {
    var packed = new ByteArrayOutputStream();
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
