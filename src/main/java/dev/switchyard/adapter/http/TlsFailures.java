package dev.switchyard.adapter.http;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.endpoint.EndpointUrl;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/// Why no encrypted connection came about, and what a person can do.
final class TlsFailures {
  /// @param cause what stands somewhere in the chain of causes
  private record Row(Class<? extends Throwable> cause, String key) {}

  /// The first one decides: an expired certificate also spoils its path.
  private static final List<Row> ROWS =
      List.of(
          new Row(CertificateExpiredException.class, "server.error.tls-expired"),
          new Row(CertificateNotYetValidException.class, "server.error.tls-early"),
          new Row(SSLPeerUnverifiedException.class, "server.error.tls-host"),
          new Row(CertPathBuilderException.class, "server.error.tls-authority"),
          new Row(CertPathValidatorException.class, "server.error.tls-authority"));

  private TlsFailures() {}

  /// Empty where encryption was not to blame.
  static Optional<Message> explain(EndpointUrl url, Throwable failure) {
    if (!(failure instanceof SSLException)) {
      return Optional.empty();
    }
    var key =
        ROWS.stream()
            .filter(row -> causes(failure).stream().anyMatch(row.cause()::isInstance))
            .findFirst()
            .map(Row::key)
            .orElse("server.error.tls-other");
    return Optional.of(Message.of(key, url.toString()));
  }

  private static List<Throwable> causes(Throwable failure) {
    var causes = new ArrayList<Throwable>();
    for (var one = failure; one != null && !causes.contains(one); one = one.getCause()) {
      causes.add(one);
    }
    return causes;
  }
}
