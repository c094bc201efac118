package dev.switchyard.fake;

import dev.switchyard.domain.endpoint.EndpointUrl;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// A server on the loopback that answers every request with whatever bytes a test wants, also none,
/// and knows whether its clients have closed their connections.
public final class RawServer implements AutoCloseable {
  public static final String JSON = head("application/json");
  public static final String EVENTS = head("text/event-stream");

  private static final int DRIP_MILLIS = 10;
  private static final long PATIENCE_SECONDS = 20;

  private final ServerSocket listening;
  private final Script script;

  /// The clients' ports, of all connections that were ever accepted.
  private final Set<Integer> accepted = new HashSet<>();

  private int open;
  private int requests;

  /// What it does with one connection when the request is read. The connection stays open after it
  /// unless the script closes it.
  @FunctionalInterface
  public interface Script {
    void answer(Socket client) throws IOException;
  }

  private RawServer(Script script) throws IOException {
    this.script = script;
    // The number, not the name: that may stand for another address as well.
    this.listening = new ServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
  }

  public static RawServer start(Script script) throws IOException {
    var server = new RawServer(script);
    Thread.ofVirtual().name(LiveThreads.OF_TESTS).start(server::accept);
    return server;
  }

  /// The beginning of an answer whose length only its end tells.
  ///
  /// @param type empty for none
  public static String head(String type) {
    return "HTTP/1.1 200 OK\r\n"
        + (type.isEmpty() ? "" : "Content-Type: " + type + "\r\n")
        + "Connection: close\r\n\r\n";
  }

  /// Accepts, reads, and never answers.
  public static RawServer silent() throws IOException {
    return start(_ -> {});
  }

  /// Writes these bytes, then keeps its side open.
  public static RawServer saying(String bytes) throws IOException {
    return start(client -> write(client, bytes));
  }

  static RawServer saying(byte[] bytes) throws IOException {
    return start(client -> write(client, bytes));
  }

  /// Writes these bytes and ends its side properly.
  public static RawServer closingAfter(String bytes) throws IOException {
    return start(client -> {
      write(client, bytes);
      client.shutdownOutput();
    });
  }

  /// Writes these bytes and dies.
  public static RawServer dyingAfter(String bytes) throws IOException {
    return start(client -> {
      write(client, bytes);
      // The connection is reset, as by a process that is killed.
      client.setSoLinger(true, 0);
      client.close();
    });
  }

  /// Writes these bytes, and then others over and over, as fast as they are read.
  public static RawServer flooding(String head, String over) throws IOException {
    return start(client -> {
      write(client, head);
      while (true) {
        write(client, over);
      }
    });
  }

  /// Writes these bytes, and then others over and over, a few at a time.
  public static RawServer dripping(String head, String over) throws IOException {
    return start(client -> {
      write(client, head);
      client.setSoTimeout(DRIP_MILLIS);
      while (true) {
        write(client, over);
        try {
          if (client.getInputStream().read() < 0) {
            return;
          }
        } catch (SocketTimeoutException _) {
          // The client still listens.
        }
      }
    });
  }

  private static void write(Socket client, String bytes) throws IOException {
    write(client, bytes.getBytes(StandardCharsets.UTF_8));
  }

  static void write(Socket client, byte[] bytes) throws IOException {
    OutputStream out = client.getOutputStream();
    out.write(bytes);
    out.flush();
  }

  public int port() {
    return listening.getLocalPort();
  }

  public EndpointUrl url() {
    return new EndpointUrl(URI.create("http://127.0.0.1:" + port()), false);
  }

  /// How many requests have come whole so far.
  public synchronized int requests() {
    return requests;
  }

  /// Returns when somebody has asked it, and fails when nobody does.
  public void awaitRequest() throws InterruptedException {
    await("nobody asked", () -> requests > 0);
  }

  /// Fails unless every client has closed its connections, or does so soon.
  public void assertLeftAlone() throws IOException, InterruptedException {
    // Connections are accepted in their order: with the last one all of them are known.
    int last;
    try (var client = new Socket(listening.getInetAddress(), port())) {
      last = client.getLocalPort();
    }
    await("the last connection is not seen", () -> accepted.contains(last));
    await("connections are still open", () -> open == 0);
  }

  @FunctionalInterface
  private interface State {
    boolean isReached();
  }

  private synchronized void await(String otherwise, State state) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!state.isReached()) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        throw new AssertionError(otherwise + ": " + open + " open, " + requests + " requests");
      }
      wait(left);
    }
  }

  private synchronized void changed(int opened, int asked) {
    open += opened;
    requests += asked;
    notifyAll();
  }

  private void accept() {
    try {
      while (true) {
        var client = listening.accept();
        synchronized (this) {
          accepted.add(client.getPort());
          changed(1, 0);
        }
        Thread.ofVirtual().name(LiveThreads.OF_TESTS).start(() -> serve(client));
      }
    } catch (IOException _) {
      // Closed: the test is over.
    }
  }

  private void serve(Socket client) {
    try (client) {
      if (readRequest(client.getInputStream())) {
        changed(0, 1);
        script.answer(client);
        if (!client.isClosed()) {
          client.setSoTimeout(0);
          // Until the client closes.
          client.getInputStream().transferTo(OutputStream.nullOutputStream());
        }
      }
    } catch (IOException _) {
      // The client has gone.
    } finally {
      changed(-1, 0);
    }
  }

  /// @return false where the connection ends before
  private static boolean readRequest(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      int read = in.read();
      if (read < 0) {
        return false;
      }
      head.append((char) read);
    }
    int length = 0;
    for (var line : head.toString().split("\r\n")) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
      }
    }
    return in.readNBytes(length).length == length;
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
