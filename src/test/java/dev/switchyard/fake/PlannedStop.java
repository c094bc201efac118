package dev.switchyard.fake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/// A wish to stop that is uttered at a moment drawn by chance: when a server has written so many
/// bytes of its answer to one of the first requests. The answer itself is a proper one.
///
/// @param request which one, from 0
/// @param bytes that are written before
/// @param wish is uttered then
public record PlannedStop(int request, int bytes, Wish wish) {
  private static final byte[] ANSWER =
      (RawServer.EVENTS
              + """
              data: {"type":"message_start","message":{"usage":{"input_tokens":7}}}

              data: {"type":"content_block_start","index":0,"content_block":{"type":"text"}}

              data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"ok"}}

              data: {"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":1}}

              data: {"type":"message_stop"}

              """)
          .getBytes(StandardCharsets.UTF_8);

  /// @param requests in one of which it comes
  public static PlannedStop within(int requests, long seed) {
    var random = new Random(seed);
    return new PlannedStop(random.nextInt(requests), random.nextInt(ANSWER.length + 1), new Wish());
  }

  public RawServer server() throws IOException {
    var asked = new AtomicInteger();
    return RawServer.start(client -> {
      int before = asked.getAndIncrement() == request ? bytes : ANSWER.length;
      RawServer.write(client, Arrays.copyOf(ANSWER, before));
      if (asked.get() > request) {
        wish.stop();
      }
      RawServer.write(client, Arrays.copyOfRange(ANSWER, before, ANSWER.length));
    });
  }
}
