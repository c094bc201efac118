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
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/// A server that answers with whatever bytes a test wants, also none, and knows whether its clients
/// have closed their connections.
public final class RawServer implements AutoCloseable {
  private static final int DRIP_MILLIS = 10;

  private final ServerSocket socket;
  private final Script script;
  private final List<Thread> connections = new CopyOnWriteArrayList<>();
  private final CountDownLatch asked = new CountDownLatch(1);

  /// What it does with one connection when the request is read.
  @FunctionalInterface
  public interface Script {
    void answer(Socket client) throws IOException;
  }

  private RawServer(Script script) throws IOException {
    this.script = script;
    this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  /// Writes these bytes, then keeps its side open.
  public static RawServer saying(String bytes) throws IOException {
    return new RawServer(client -> write(client, bytes));
  }

  /// Writes these bytes and ends its side properly.
  public static RawServer closingAfter(String bytes) throws IOException {
    return new RawServer(client -> {
      write(client, bytes);
      client.shutdownOutput();
    });
  }

  /// Writes these bytes and dies.
  public static RawServer dyingAfter(String bytes) throws IOException {
    return new RawServer(client -> {
      write(client, bytes);
      // The connection is reset, as by a process that is killed.
      client.setSoLinger(true, 0);
      client.close();
    });
  }

  /// Writes these bytes, and then others over and over, as fast as they are read.
  public static RawServer flooding(String head, String over) throws IOException {
    return new RawServer(client -> {
      write(client, head);
      while (true) {
        write(client, over);
      }
    });
  }

  /// Writes these bytes, and then others over and over, a few at a time.
  public static RawServer dripping(String head, String over) throws IOException {
    return new RawServer(client -> {
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
    OutputStream out = client.getOutputStream();
    out.write(bytes.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  public EndpointUrl url() {
    return new EndpointUrl(URI.create("http://127.0.0.1:" + socket.getLocalPort()), false);
  }

  /// Returns when somebody has asked it.
  public void awaitRequest() throws InterruptedException {
    asked.await();
  }

  /// Whether every client has closed its connection, or does so soon.
  public boolean isLeft() throws InterruptedException {
    for (var connection : connections) {
      if (!connection.join(Duration.ofSeconds(10))) {
        return false;
      }
    }
    return true;
  }

  private void accept() {
    try {
      while (true) {
        var client = socket.accept();
        connections.add(Thread.ofVirtual().start(() -> serve(client)));
      }
    } catch (IOException _) {
      // Closed.
    }
  }

  private void serve(Socket client) {
    try (client) {
      readRequest(client.getInputStream());
      asked.countDown();
      script.answer(client);
      if (!client.isClosed()) {
        client.setSoTimeout(0);
        var _ = client.getInputStream().readAllBytes();
      }
    } catch (IOException _) {
      // The client has gone.
    }
  }

  private static void readRequest(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      int read = in.read();
      if (read < 0) {
        return;
      }
      head.append((char) read);
    }
    for (var line : head.toString().split("\r\n")) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        in.readNBytes(Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()));
      }
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
