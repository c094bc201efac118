package dev.switchyard.adapter.http;

import dev.switchyard.domain.health.Obstacle;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/// What stood in the way of a request, told by the failures of Java's and OkHttp's sockets.
public final class Obstacles {
  /// @param words some that stand in the message; empty for any
  private record Row(Class<? extends Throwable> cause, String words, Obstacle obstacle) {
    boolean isMetBy(Throwable one) {
      return cause.isInstance(one)
          && Objects.requireNonNullElse(one.getMessage(), "").contains(words);
    }
  }

  /// The first row that holds somewhere in the chain of causes decides: an expired certificate also
  /// spoils its path, and whatever is wrong with one ends a handshake.
  private static final List<Row> ROWS =
      List.of(
          new Row(Exception.class, "response code for CONNECT", Obstacle.PROXY),
          new Row(Exception.class, "authenticate with proxy", Obstacle.PROXY),
          new Row(CertificateExpiredException.class, "", Obstacle.TLS_EXPIRED),
          new Row(CertificateNotYetValidException.class, "", Obstacle.TLS_NOT_YET),
          new Row(SSLPeerUnverifiedException.class, "", Obstacle.TLS_HOST),
          new Row(CertPathBuilderException.class, "", Obstacle.TLS_AUTHORITY),
          new Row(CertPathValidatorException.class, "", Obstacle.TLS_AUTHORITY),
          new Row(SSLException.class, "unrecognized SSL message", Obstacle.TLS_NONE),
          new Row(SSLException.class, "", Obstacle.TLS_FAILED),
          new Row(UnknownHostException.class, "", Obstacle.NO_SUCH_HOST),
          new Row(InterruptedIOException.class, "", Obstacle.TIMEOUT),
          new Row(NoRouteToHostException.class, "", Obstacle.NO_ROUTE),
          new Row(ConnectException.class, "unreachable", Obstacle.NO_ROUTE),
          new Row(ConnectException.class, "timed out", Obstacle.TIMEOUT),
          new Row(ConnectException.class, "", Obstacle.REFUSED),
          new Row(Exception.class, "Unexpected status line", Obstacle.NOT_HTTP));

  private Obstacles() {}

  public static Obstacle of(Throwable failure) {
    var causes = causes(failure);
    return ROWS.stream()
        .filter(row -> causes.stream().anyMatch(row::isMetBy))
        .findFirst()
        .map(Row::obstacle)
        .orElse(Obstacle.BROKE_OFF);
  }

  /// Of a host with several addresses the first one's failure comes with the others'.
  private static List<Throwable> causes(Throwable failure) {
    var causes = new ArrayList<Throwable>();
    var open = new ArrayDeque<>(List.of(failure));
    while (!open.isEmpty()) {
      var one = open.remove();
      if (!causes.contains(one)) {
        causes.add(one);
        Optional.ofNullable(one.getCause()).ifPresent(open::add);
        open.addAll(List.of(one.getSuppressed()));
      }
    }
    return causes;
  }
}
