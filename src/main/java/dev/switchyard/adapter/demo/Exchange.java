package dev.switchyard.adapter.demo;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One request and its answer, with the content types that a real server uses where.
final class Exchange {
  static final String JSON_UTF8 = "application/json; charset=utf-8";
  static final String JSON = "application/json";

  private final HttpExchange http;
  private final Optional<Fault> fault;

  Exchange(HttpExchange http, Optional<Fault> fault) {
    this.http = http;
    this.fault = fault;
  }

  String method() {
    return http.getRequestMethod();
  }

  String path() {
    return http.getRequestURI().getPath();
  }

  byte[] bytes() throws IOException {
    return http.getRequestBody().readAllBytes();
  }

  /// @throws Refusal if there is no JSON object
  JsonNode body() throws IOException, Refusal {
    var bytes = bytes();
    if (bytes.length == 0) {
      throw Refusal.of(400, "missing request body");
    }
    try {
      return JsonMapper.shared().readTree(bytes);
    } catch (JacksonException e) {
      throw new Refusal(400, JSON_UTF8, "invalid character in request body", e);
    }
  }

  void json(JsonNode answer) throws IOException {
    answer(200, JSON_UTF8, JsonMapper.shared().writeValueAsString(answer));
  }

  void json(int status, String contentType, JsonNode answer) throws IOException {
    answer(status, contentType, JsonMapper.shared().writeValueAsString(answer));
  }

  void text(int status, String contentType, String text) throws IOException {
    answer(status, contentType, text);
  }

  void empty(int status) throws IOException {
    http.sendResponseHeaders(status, -1);
    http.close();
  }

  void error(int status, String contentType, String text) throws IOException {
    json(status, contentType, node().put("error", text));
  }

  /// An answer of many lines; a refusal on the way becomes its last line.
  void stream(String contentType, Streamed content) throws IOException, InterruptedException {
    http.getResponseHeaders().set("Content-Type", contentType);
    http.sendResponseHeaders(200, 0);
    var lines = new Lines(http.getResponseBody(), fault);
    try {
      content.write(lines);
    } catch (Refusal refusal) {
      lines.error(refusal.text());
    }
    // Not closed when an exception passes: the connection then breaks off as a real server's does.
    http.close();
  }

  /// What a streamed answer consists of.
  @FunctionalInterface
  interface Streamed {
    void write(Lines lines) throws IOException, Refusal, InterruptedException;
  }

  private void answer(int status, String contentType, String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    http.getResponseHeaders().set("Content-Type", contentType);
    http.sendResponseHeaders(status, method().equals("HEAD") ? -1 : bytes.length);
    if (!method().equals("HEAD")) {
      http.getResponseBody().write(bytes);
    }
    http.close();
  }

  static ObjectNode node() {
    return JsonNodeFactory.instance.objectNode();
  }

  /// A streamed answer; each line is on its way when its method returns.
  static final class Lines implements StatusLines {
    private final OutputStream out;
    private final Optional<Fault> fault;
    private int written;

    private Lines(OutputStream out, Optional<Fault> fault) {
      this.out = out;
      this.fault = fault;
    }

    @Override
    public void line(JsonNode line) throws IOException, Refusal {
      write(JsonMapper.shared().writeValueAsString(line) + "\n");
    }

    void event(String name, JsonNode data) throws IOException, Refusal {
      write("event: " + name + "\ndata: " + JsonMapper.shared().writeValueAsString(data) + "\n\n");
    }

    /// An error in mid-stream: the status is out already.
    private void error(String text) throws IOException {
      put(JsonMapper.shared().writeValueAsString(node().put("error", text)) + "\n");
    }

    private void write(String text) throws IOException, Refusal {
      if (fault.isPresent()) {
        switch (fault.get()) {
          case Fault.HangUp(_, int afterLines) when written >= afterLines ->
              throw new IOException("fault: hang up");
          case Fault.StreamError(_, int afterLines, String words) when written >= afterLines ->
              throw Refusal.of(200, words);
          default -> {}
        }
      }
      put(text);
      written++;
    }

    private void put(String text) throws IOException {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
    }
  }
}
