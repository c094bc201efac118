package dev.switchyard.adapter.http;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.PortException.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/// Who vouches for a server: the system's authorities, and those of a file besides.
final class Authorities {
  private static final int MOST_BYTES = 4 << 20;

  private final X509TrustManager trusted;
  private final SSLSocketFactory sockets;

  private Authorities(X509TrustManager trusted, SSLSocketFactory sockets) {
    this.trusted = trusted;
    this.sockets = sockets;
  }

  /// @param file certificates, PEM
  /// @throws PortException MISSING, DENIED, FAILED where it cannot be read, MALFORMED where it
  ///   holds no certificates
  static Authorities with(Path file) throws PortException {
    var own = certificates(file);
    try {
      var store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int number = 0;
      for (var one : own) {
        store.setCertificateEntry("own-" + number++, one);
      }
      for (var one : trusting(null).getAcceptedIssuers()) {
        store.setCertificateEntry("system-" + number++, one);
      }
      var trusted = trusting(store);
      var context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {trusted}, null);
      return new Authorities(trusted, context.getSocketFactory());
    } catch (GeneralSecurityException | IOException e) {
      throw unusable(file, e);
    }
  }

  void applyTo(OkHttpClient.Builder client) {
    client.sslSocketFactory(sockets, trusted);
  }

  /// @param store null for the system's
  private static X509TrustManager trusting(@Nullable KeyStore store)
      throws GeneralSecurityException {
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return Arrays.stream(factory.getTrustManagers())
        .filter(X509TrustManager.class::isInstance)
        .map(X509TrustManager.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static Collection<? extends Certificate> certificates(Path file) throws PortException {
    try {
      var found =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(content(file)));
      if (!found.isEmpty()) {
        return found;
      }
      throw unusable(file, null);
    } catch (CertificateException e) {
      throw unusable(file, e);
    }
  }

  private static byte[] content(Path file) throws PortException {
    try (var stream = Files.newInputStream(file)) {
      return stream.readNBytes(MOST_BYTES);
    } catch (IOException e) {
      throw new PortException(
          Kind.MISSING, Message.of("server.error.ca-unreadable", file.toString()), e);
    }
  }

  private static PortException unusable(Path file, @Nullable Throwable cause) {
    return new PortException(
        Kind.MALFORMED, Message.of("server.error.ca-malformed", file.toString()), cause);
  }
}
