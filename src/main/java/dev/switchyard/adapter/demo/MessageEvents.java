package dev.switchyard.adapter.demo;

import java.io.IOException;
import tools.jackson.databind.node.ObjectNode;

/// A message as the events of a stream, in the order in which the real server sends them, and as
/// fast as a model writes.
record MessageEvents(Exchange.Lines lines, Pace pace) {
  /// @param message without content
  void begin(ObjectNode message) throws IOException, Refusal {
    var start = Exchange.node().put("type", "message_start");
    start.set("message", message);
    lines.event("message_start", start);
  }

  void text(Iterable<String> words) throws IOException, Refusal, InterruptedException {
    startBlock(Exchange.node().put("type", "text").put("text", ""));
    for (var word : words) {
      pace.pause(Reply.WORD);
      delta(Exchange.node().put("type", "text_delta").put("text", word));
    }
    stopBlock();
  }

  /// The arguments come whole in one piece, as the real server sends them.
  void toolUse(String id, ToolCall call) throws IOException, Refusal {
    startBlock(call.block(id, Exchange.node()));
    delta(
        Exchange.node()
            .put("type", "input_json_delta")
            .put("partial_json", call.input().toString()));
    stopBlock();
  }

  void end(String stopReason, ObjectNode usage) throws IOException, Refusal {
    var end = Exchange.node().put("type", "message_delta");
    end.putObject("delta").put("stop_reason", stopReason);
    end.set("usage", usage);
    lines.event("message_delta", end);
    lines.event("message_stop", Exchange.node().put("type", "message_stop"));
  }

  private void startBlock(ObjectNode block) throws IOException, Refusal {
    var start = Exchange.node().put("type", "content_block_start").put("index", 0);
    start.set("content_block", block);
    lines.event("content_block_start", start);
  }

  private void delta(ObjectNode content) throws IOException, Refusal {
    var delta = Exchange.node().put("type", "content_block_delta").put("index", 0);
    delta.set("delta", content);
    lines.event("content_block_delta", delta);
  }

  private void stopBlock() throws IOException, Refusal {
    lines.event(
        "content_block_stop", Exchange.node().put("type", "content_block_stop").put("index", 0));
  }
}
