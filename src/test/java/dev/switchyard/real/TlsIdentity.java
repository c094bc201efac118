package dev.switchyard.real;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A key and a certificate for the hosts that a stand-in plays. Making one takes half a second, so
/// stand-ins of one test class share it.
///
/// @param context what a server answers with
/// @param certificate what its clients have to trust
public record TlsIdentity(SSLContext context, Path certificate) {
  /// A gateway of somebody else, neither this machine nor Anthropic's.
  public static final String GATEWAY = "gateway.example";

  private static final String PASSWORD = "standin";

  /// @param folder of the test's, for the files
  public static TlsIdentity make(Path folder)
      throws IOException, InterruptedException, GeneralSecurityException {
    var keys = folder.resolve("stand-in.p12");
    makeKey(keys);
    var store = KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray());
    var certificate = folder.resolve("stand-in.pem");
    var encoded =
        Base64.getMimeEncoder(64, new byte[] {'\n'})
            .encodeToString(store.getCertificate("standin").getEncoded());
    Files.writeString(
        certificate, "-----BEGIN CERTIFICATE-----\n" + encoded + "\n-----END CERTIFICATE-----\n");
    return new TlsIdentity(context(store), certificate);
  }

  private static void makeKey(Path keys) throws IOException, InterruptedException {
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    var hosts =
        Stream.of(
                "api.anthropic.com",
                "*.anthropic.com",
                "*.claude.com",
                "*.claude.ai",
                "claude.ai",
                "*.githubusercontent.com",
                GATEWAY)
            .map(host -> "dns:" + host)
            .collect(Collectors.joining(","));
    var made =
        new ProcessBuilder(
                keytool.toString(),
                "-genkeypair",
                "-alias",
                "standin",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                // A name of its own: of two authorities of one name in a file, a client takes
                // either.
                "CN=stand-in " + UUID.randomUUID(),
                "-validity",
                "30",
                "-ext",
                "bc=ca:true",
                "-ext",
                "san=" + hosts + ",ip:127.0.0.1",
                "-keystore",
                keys.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .start();
    var output = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (made.waitFor() != 0) {
      throw new IOException("keytool failed: " + output);
    }
  }

  private static SSLContext context(KeyStore store) throws GeneralSecurityException {
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD.toCharArray());
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }
}
