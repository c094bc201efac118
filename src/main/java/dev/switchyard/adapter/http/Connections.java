package dev.switchyard.adapter.http;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.PortException.Kind;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.profile.Access;
import dev.switchyard.domain.endpoint.profile.Token;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLException;
import okhttp3.Call;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/// Connections to one server.
public final class Connections {
  public static final String AUTHORIZATION = "Authorization";

  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

  private Connections() {}

  /// A client that follows no redirect: what a server is asked is meant for it alone.
  public static OkHttpClient to(EndpointUrl url) {
    return builder(url).build();
  }

  /// As [#to(EndpointUrl)], by the person's authorities and limits. The token is with the requests:
  /// [#authorise(Request.Builder, Access)].
  ///
  /// @throws PortException where the authorities' file cannot be used
  public static OkHttpClient to(Access access) throws PortException {
    var builder = builder(access.url());
    access.limits().ifPresent(limits -> builder.connectTimeout(limits.connect()));
    var file = access.caFile();
    if (file.isPresent() && isEncrypted(access.url())) {
      Authorities.with(file.get()).applyTo(builder);
    }
    return builder.build();
  }

  private static OkHttpClient.Builder builder(EndpointUrl url) {
    var builder =
        new OkHttpClient.Builder()
            .connectTimeout(CONNECT_LIMIT)
            .followRedirects(false)
            .followSslRedirects(false);
    if (url.isLoopback()) {
      // A proxy that is set for the whole machine cannot reach this machine's own servers.
      builder.proxy(Proxy.NO_PROXY);
    }
    if (!isEncrypted(url)) {
      // Otherwise the system's certificates are read, which takes longer than a server's answer.
      builder.connectionSpecs(List.of(ConnectionSpec.CLEARTEXT));
    }
    return builder;
  }

  private static boolean isEncrypted(EndpointUrl url) {
    return url.toString().startsWith("https:");
  }

  /// Adds the server's token, where it asks for one, in place of what stands there. Both headers go
  /// out, as Claude Code sends them with a helper for its key.
  ///
  /// @param request to a path below the server's own URL
  /// @throws PortException where the token cannot be read
  public static Request.Builder authorise(Request.Builder request, Access access)
      throws PortException {
    access
        .token()
        .map(Token::headerValue)
        .ifPresent(
            token -> request.header(AUTHORIZATION, "Bearer " + token).header("x-api-key", token));
    return request;
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
                  Kind.FAILED,
                  cause instanceof SSLException
                      ? Obstacles.of(cause).text(url)
                      : Message.of("server.error.broke-off", url.toString()),
                  cause);
    };
  }

  private static PortException stopped(Throwable cause) {
    return new PortException(Kind.CANCELLED, Message.of("server.error.stopped"), cause);
  }
}
