package dev.switchyard.adapter.ollama;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.PortException.Kind;
import dev.switchyard.domain.model.TransferProgress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/// A file of weights on this machine, and its way into the server's store.
///
/// @param digest `sha256:…` of its content
/// @param bytes its size
record Blob(Path path, String digest, long bytes) {
  private static final int CHUNK_BYTES = 1 << 20;

  /// Reads the whole file to find its digest.
  ///
  /// @throws PortException MISSING, DENIED or FAILED when it cannot be read
  static Blob of(Path path) throws PortException {
    var sha256 = sha256();
    try (var in = new DigestInputStream(Files.newInputStream(path), sha256)) {
      var size = in.transferTo(OutputStream.nullOutputStream());
      return new Blob(path, "sha256:" + HexFormat.of().formatHex(sha256.digest()), size);
    } catch (NoSuchFileException e) {
      throw new PortException(
          Kind.MISSING, Message.of("server.error.file-missing", path.toString()), e);
    } catch (AccessDeniedException e) {
      throw new PortException(
          Kind.DENIED, Message.of("server.error.file-denied", path.toString()), e);
    } catch (IOException e) {
      throw new PortException(
          Kind.FAILED, Message.of("server.error.file-unreadable", path.toString()), e);
    }
  }

  String fileName() {
    var name = path.getFileName();
    return name == null ? "model.gguf" : name.toString();
  }

  /// Does nothing where the server has it already.
  void upload(OllamaHttp http, Consumer<TransferProgress> progress, Cancellation cancellation)
      throws PortException {
    var route = "/api/blobs/" + digest;
    if (http.exists(http.request(route).head().build())) {
      return;
    }
    var request = http.request(route).post(new Content(progress)).build();
    var _ = http.call(request, OllamaHttp.Patience.WORK, cancellation, _ -> true);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// The file as a request's body, which tells how much of it has gone.
  private final class Content extends RequestBody {
    private final Consumer<TransferProgress> progress;

    Content(Consumer<TransferProgress> progress) {
      this.progress = progress;
    }

    @Override
    public @Nullable MediaType contentType() {
      return null;
    }

    @Override
    public long contentLength() {
      return bytes;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      try (var in = Files.newInputStream(path)) {
        var chunk = new byte[CHUNK_BYTES];
        long sent = 0;
        int length;
        while ((length = in.read(chunk)) > 0) {
          sink.write(chunk, 0, length);
          sent += length;
          progress.accept(
              new TransferProgress(
                  "uploading", List.of(new TransferProgress.Layer(digest, bytes, sent))));
        }
      }
    }
  }
}
