package dev.switchyard.adapter.http;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.PortException.Kind;
import dev.switchyard.domain.endpoint.EndpointUrl;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import okhttp3.Call;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/// Connections to one server.
public final class Connections {
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

  private Connections() {}

  /// A client that follows no redirect: what a server is asked is meant for it alone.
  public static OkHttpClient to(EndpointUrl url) {
    var builder = new OkHttpClient.Builder().connectTimeout(CONNECT_LIMIT).followRedirects(false);
    if (url.isLoopback()) {
      // A proxy that is set for the whole machine cannot reach this machine's own servers.
      builder.proxy(Proxy.NO_PROXY);
    }
    if (url.toString().startsWith("http:")) {
      // Otherwise the system's certificates are read, which takes longer than a server's answer.
      builder.connectionSpecs(List.of(ConnectionSpec.CLEARTEXT));
    }
    return builder.build();
  }

  /// The address of one of a server's paths.
  ///
  /// @param path such as `/api/version`
  public static String address(EndpointUrl url, String path) {
    var base = url.toString();
    return base.endsWith("/") ? base.substring(0, base.length() - 1) + path : base + path;
  }

  /// A request's body, which is never sent twice.
  public static RequestBody json(byte[] json) {
    return new SentOnce(json);
  }

  /// Lets go of everything that a client holds.
  public static void close(OkHttpClient client) {
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }

  /// What it means that a request broke off.
  ///
  /// @param call the request, null where it cannot be cancelled
  public static PortException failure(
      EndpointUrl url, Throwable cause, @Nullable Call call, Cancellation cancellation) {
    if (cancellation.requested()) {
      return stopped(cause);
    }
    return switch (cause) {
      // Also at the end of a request's time, which cancels it too.
      case InterruptedIOException _ ->
          new PortException(Kind.TIMEOUT, Message.of("server.error.silent", url.toString()), cause);
      case ConnectException _,
          UnknownHostException _,
          NoRouteToHostException _,
          PortUnreachableException _ ->
          new PortException(
              Kind.UNREACHABLE, Message.of("server.error.unreachable", url.toString()), cause);
      default ->
          call != null && call.isCanceled()
              ? stopped(cause)
              : new PortException(
                  Kind.FAILED, Message.of("server.error.broke-off", url.toString()), cause);
    };
  }

  private static PortException stopped(Throwable cause) {
    return new PortException(Kind.CANCELLED, Message.of("server.error.stopped"), cause);
  }
}
