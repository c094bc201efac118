package dev.switchyard.adapter.demo;

import java.io.IOException;
import tools.jackson.databind.JsonNode;

/// Where a pull or a build tells how far it is: the lines of a streamed answer, or nowhere with
/// `"stream":false`.
interface StatusLines {
  /// For requests that only want the end.
  StatusLines SILENT = _ -> {};

  void line(JsonNode line) throws IOException, Refusal;

  default void status(String status) throws IOException, Refusal {
    line(Exchange.node().put("status", status));
  }
}
