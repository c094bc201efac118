package dev.switchyard.real;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import javax.net.ssl.SSLSocket;

/// Plays Anthropic's cloud, and every other host that Claude Code may ask: a proxy on the loopback
/// that ends TLS itself, so that nothing leaves the machine and everything that would have is
/// written down.
public final class CloudStandIn implements AutoCloseable {
  /// The host of requests that were sent to [#url] itself, as to a local server.
  public static final String DIRECT = "direct";

  /// The host of requests that should have gone elsewhere in clear, but were sent to [#url] as to a
  /// proxy. Their path is the whole address.
  public static final String PROXIED = "proxied";

  /// A complete streamed answer.
  private static final String ANSWER =
      """
      event: message_start
      data: {"type":"message_start","message":{"id":"msg_1","type":"message","role":"assistant","model":"claude","content":[],"stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":1,"output_tokens":1}}}

      event: content_block_start
      data: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}

      event: content_block_delta
      data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"from the cloud"}}

      event: content_block_stop
      data: {"type":"content_block_stop","index":0}

      event: message_delta
      data: {"type":"message_delta","delta":{"stop_reason":"end_turn","stop_sequence":null},"usage":{"output_tokens":4}}

      event: message_stop
      data: {"type":"message_stop"}

      """;

  private final ServerSocket proxy;
  private final TlsIdentity identity;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final List<String> tunnels = new CopyOnWriteArrayList<>();
  private final Object arrivals = new Object();

  /// What would have reached a host.
  ///
  /// @param headers names in lower case
  public record Request(
      String host, String method, String path, Map<String, String> headers, String body) {
    public Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name));
    }

    /// Whether it is a request for an answer of a model.
    public boolean isMessage() {
      return method.equals("POST") && path.contains("/v1/messages?");
    }
  }

  private CloudStandIn(ServerSocket proxy, TlsIdentity identity) {
    this.proxy = proxy;
    this.identity = identity;
    Thread.ofVirtual().start(this::acceptAll);
  }

  /// @param folder of the test's, for its certificate
  public static CloudStandIn start(Path folder)
      throws IOException, InterruptedException, GeneralSecurityException {
    return start(TlsIdentity.make(folder), InetAddress.getLoopbackAddress());
  }

  /// @param address of the loopback
  public static CloudStandIn start(TlsIdentity identity, InetAddress address) throws IOException {
    return new CloudStandIn(new ServerSocket(0, 50, address), identity);
  }

  /// What a program needs so that all its requests come here.
  public Map<String, String> environment() {
    return Map.of("HTTPS_PROXY", url(), "NODE_EXTRA_CA_CERTS", identity.certificate().toString());
  }

  /// Its own address: what is sent there is written down as [#DIRECT] and answered in the same way.
  public String url() {
    var host = proxy.getInetAddress() instanceof Inet6Address ? "[::1]" : "127.0.0.1";
    return "http://" + host + ":" + port();
  }

  public int port() {
    return proxy.getLocalPort();
  }

  public List<Request> requests() {
    return List.copyOf(requests);
  }

  /// Hosts that a connection was asked for, also where the client then did not trust the
  /// certificate.
  public List<String> tunnels() {
    return List.copyOf(tunnels);
  }

  /// Forgets what was written down so far.
  public void clear() {
    requests.clear();
    tunnels.clear();
  }

  /// Only the requests for an answer of a model.
  public List<Request> messages() {
    return requests.stream().filter(Request::isMessage).toList();
  }

  /// Waits for a request for an answer of a model.
  ///
  /// @return whether one was or came here in time
  public boolean awaitMessage(Duration limit) throws InterruptedException {
    return await(Request::isMessage, limit);
  }

  /// Waits for a request of any kind.
  ///
  /// @return whether one was or came here in time
  public boolean awaitRequest(Duration limit) throws InterruptedException {
    return await(_ -> true, limit);
  }

  private boolean await(Predicate<Request> expected, Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    synchronized (arrivals) {
      for (long left = limit.toMillis(); requests.stream().noneMatch(expected) && left > 0; ) {
        arrivals.wait(left);
        left = Duration.ofNanos(end - System.nanoTime()).toMillis();
      }
    }
    return requests.stream().anyMatch(expected);
  }

  private void acceptAll() {
    while (!proxy.isClosed()) {
      try {
        var client = proxy.accept();
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException _) {
        // Closed: the test is over.
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      var in = client.getInputStream();
      var start = line(in);
      if (!start.startsWith("CONNECT ")) {
        answer(start.contains(" http://") ? PROXIED : DIRECT, start, in, client.getOutputStream());
        return;
      }
      skipHead(in);
      var host = start.split(" ", -1)[1].split(":", -1)[0];
      tunnels.add(host);
      client
          .getOutputStream()
          .write("HTTP/1.1 200 Connected\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      var secure =
          (SSLSocket)
              identity
                  .context()
                  .getSocketFactory()
                  .createSocket(client, host, client.getPort(), true);
      secure.setUseClientMode(false);
      var decrypted = new BufferedInputStream(secure.getInputStream());
      answer(host, line(decrypted), decrypted, secure.getOutputStream());
    } catch (IOException _) {
      // A client that gives up, or does not trust the certificate, is no failure of the stand-in.
    }
  }

  private void answer(String host, String startLine, InputStream in, OutputStream out)
      throws IOException {
    var start = startLine.split(" ", -1);
    if (start.length < 2) {
      return;
    }
    var headers = new TreeMap<String, String>();
    for (var header = line(in); !header.isEmpty(); header = line(in)) {
      var colon = header.indexOf(':');
      headers.put(
          header.substring(0, colon).toLowerCase(Locale.ROOT), header.substring(colon + 1).strip());
    }
    var body = new String(body(in, headers), StandardCharsets.UTF_8);
    var request = new Request(host, start[0], start[1], headers, body);
    requests.add(request);
    synchronized (arrivals) {
      arrivals.notifyAll();
    }
    var streamed = request.isMessage();
    var text =
        streamed
            ? ANSWER
            : "{\"type\":\"error\",\"error\":{\"type\":\"not_found_error\",\"message\":\"stand-in\"}}";
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    var head =
        "HTTP/1.1 %s\r\nContent-Type: %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
            .formatted(
                streamed ? "200 OK" : "404 Not Found",
                streamed ? "text/event-stream" : "application/json",
                bytes.length);
    out.write(head.getBytes(StandardCharsets.US_ASCII));
    out.write(bytes);
    out.flush();
  }

  private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
    if (!"chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
      return in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
    }
    var body = new ByteArrayOutputStream();
    for (int size = Integer.parseInt(line(in), 16);
        size > 0;
        size = Integer.parseInt(line(in), 16)) {
      body.write(in.readNBytes(size));
      line(in);
    }
    line(in);
    return body.toByteArray();
  }

  /// What the proxy itself is told says nothing of interest.
  private static void skipHead(InputStream in) throws IOException {
    var header = line(in);
    while (!header.isEmpty()) {
      header = line(in);
    }
  }

  /// One line without its end, byte by byte, so that nothing after it is taken.
  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    proxy.close();
  }
}
