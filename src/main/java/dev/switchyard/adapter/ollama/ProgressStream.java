package dev.switchyard.adapter.ollama;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.PortException.Kind;
import dev.switchyard.domain.model.ServerErrors;
import dev.switchyard.domain.model.TransferProgress;
import dev.switchyard.domain.model.TransferProgress.Layer;
import java.io.EOFException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the lines of a pull or a build. An error may come as any line, with status 200; a stream
/// that ends without `success` broke off.
final class ProgressStream {
  private static final long MOST_LINE_BYTES = 1 << 20;

  private final Map<String, Layer> layers = new LinkedHashMap<>();
  private final Consumer<TransferProgress> progress;
  private final Cancellation cancellation;

  ProgressStream(Consumer<TransferProgress> progress, Cancellation cancellation) {
    this.progress = progress;
    this.cancellation = cancellation;
  }

  /// @return true, so that it serves as a body reader
  boolean readToSuccess(ResponseBody body) throws IOException, PortException {
    var source = body.source();
    var status = "";
    while (!source.exhausted()) {
      var line = nextLine(source);
      if (!line.isBlank()) {
        status = take(JsonMapper.shared().readTree(line));
      }
      if (cancellation.requested()) {
        // Lines that are here already could go on for a while after the connection is closed.
        throw new IOException("cancelled");
      }
    }
    if (!status.equals("success")) {
      throw new PortException(Kind.FAILED, Message.of("server.error.ended-early", status));
    }
    return true;
  }

  private static String nextLine(BufferedSource source) throws IOException, PortException {
    try {
      return source.readUtf8LineStrict(MOST_LINE_BYTES);
    } catch (EOFException e) {
      if (source.getBuffer().size() > MOST_LINE_BYTES) {
        throw new PortException(Kind.MALFORMED, Message.of("server.error.too-long"), e);
      }
      return source.readUtf8();
    }
  }

  private String take(JsonNode line) throws PortException {
    var error = ErrorBody.text(line);
    if (error.isPresent()) {
      throw ServerErrors.classify(200, error.get());
    }
    var digest = line.path("digest").asString("");
    if (!digest.isEmpty()) {
      layers.put(
          digest,
          new Layer(digest, line.path("total").asLong(0), line.path("completed").asLong(0)));
    }
    var status = line.path("status").asString("");
    progress.accept(new TransferProgress(status, List.copyOf(layers.values())));
    return status;
  }
}
