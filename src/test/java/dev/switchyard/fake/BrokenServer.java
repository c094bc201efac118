package dev.switchyard.fake;

import dev.switchyard.domain.endpoint.EndpointUrl;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/// A server on the loopback that answers every request as badly as a test says, and notices when
/// its clients let go.
public final class BrokenServer implements AutoCloseable {
  public static final String EVENTS = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n";

  private static final long PATIENCE_SECONDS = 20;

  private final ServerSocket listening;
  private final Answer answer;
  private final AtomicInteger open = new AtomicInteger();
  private final CountDownLatch asked = new CountDownLatch(1);

  /// What one request gets.
  @FunctionalInterface
  public interface Answer {
    /// The connection stays open after it unless the answer closes it.
    void write(OutputStream out, Socket connection) throws IOException;
  }

  private BrokenServer(ServerSocket listening, Answer answer) {
    this.listening = listening;
    this.answer = answer;
  }

  public static BrokenServer start(Answer answer) throws IOException {
    var server =
        new BrokenServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), answer);
    Thread.ofVirtual().start(server::accept);
    return server;
  }

  /// Says this to every request, and hangs up.
  public static BrokenServer saying(String text) throws IOException {
    return start((out, connection) -> {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
      connection.shutdownOutput();
    });
  }

  /// Accepts and never answers.
  public static BrokenServer silent() throws IOException {
    return start((_, _) -> {});
  }

  public EndpointUrl url() {
    return new EndpointUrl(URI.create("http://127.0.0.1:" + listening.getLocalPort()), false);
  }

  /// Waits until a request is there.
  public void awaitRequest() throws InterruptedException {
    if (!asked.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("nobody asked");
    }
  }

  /// Fails unless every client has closed its connection, or does now.
  public void assertLeftAlone() throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (open.get() > 0) {
      if (System.nanoTime() > end) {
        throw new AssertionError(open.get() + " connections are still open");
      }
      Thread.onSpinWait();
    }
  }

  /// Threads that a client could have left behind. Those that OkHttp keeps for the whole program,
  /// and ends when it has had nothing to do for a minute, are nobody's.
  public static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !thread.getName().startsWith("OkHttp "))
        .filter(thread -> !thread.getName().startsWith("Okio Watchdog"))
        .filter(thread -> !thread.getName().startsWith("ForkJoinPool"))
        .filter(thread -> !thread.getName().equals("Read-Poller"))
        .collect(Collectors.toSet());
  }

  private void accept() {
    try {
      while (true) {
        var connection = listening.accept();
        open.incrementAndGet();
        Thread.ofVirtual().start(() -> serve(connection));
      }
    } catch (IOException _) {
      // Closed: the test is over.
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      var in = connection.getInputStream();
      if (readHead(in)) {
        asked.countDown();
        answer.write(connection.getOutputStream(), connection);
      }
      // Until the client closes.
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException _) {
      // The client has hung up.
    } finally {
      open.decrementAndGet();
    }
  }

  /// @return false where the connection ends before
  private static boolean readHead(InputStream in) throws IOException {
    int seen = 0;
    for (int next = in.read(); next >= 0; next = in.read()) {
      seen = next == '\n' ? seen + 1 : next == '\r' ? seen : 0;
      if (seen == 2) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
