package dev.switchyard.adapter.http;

import java.io.IOException;
import java.util.Objects;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/// A request's JSON that goes out once at the most. Where a name stands for several addresses the
/// next one is still tried as long as none has accepted the connection; but a server that dies with
/// the request in its hands may have begun to work on it, and nobody else is given it.
final class SentOnce extends RequestBody {
  private static final MediaType JSON = Objects.requireNonNull(MediaType.parse("application/json"));

  private final byte[] json;

  SentOnce(byte[] json) {
    this.json = json.clone();
  }

  @Override
  public MediaType contentType() {
    return JSON;
  }

  @Override
  public long contentLength() {
    return json.length;
  }

  @Override
  public boolean isOneShot() {
    return true;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    sink.write(json);
  }
}
