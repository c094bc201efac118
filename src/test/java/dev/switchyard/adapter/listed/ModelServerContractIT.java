package dev.switchyard.adapter.listed;

import dev.switchyard.domain.endpoint.EndpointKind;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.profile.Access;
import dev.switchyard.domain.endpoint.profile.EndpointProfile;
import dev.switchyard.domain.endpoint.profile.TimeLimits;
import dev.switchyard.domain.endpoint.profile.Token;
import dev.switchyard.domain.endpoint.profile.TokenSource;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.real.RealLlamaServer;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/// The contract against a real llama-server, with a key and without.
class ModelServerContractIT {
  private static final String KEY = "t0ken-of-nobody";

  abstract static class Real extends ModelServerContract {
    @TempDir Path home;

    private final String[] options;
    private RealLlamaServer real;
    private ListingServer server;

    Real(String... options) {
      this.options = options;
    }

    @BeforeEach
    void start() throws Exception {
      real = RealLlamaServer.start(home, options);
      server = ListingServer.to(access(real.url()));
    }

    @AfterEach
    void stop() {
      if (real != null) {
        server.close();
        real.close();
      }
    }

    private static Access access(EndpointUrl url) throws Exception {
      var profile =
          EndpointProfile.of(
              "real",
              EndpointKind.LLAMA_SERVER,
              url,
              new TokenSource.Variable("TEAM_TOKEN"),
              Optional.empty(),
              TimeLimits.USUAL);
      return new Access(url, Optional.of(profile), _ -> Optional.of(Token.of(KEY)));
    }

    @Override
    protected ModelServer server() {
      return server;
    }

    @Override
    protected String model() {
      return "agent";
    }
  }

  @Nested
  class WithoutKey extends Real {}

  @Nested
  class WithKey extends Real {
    WithKey() {
      super("--api-key", KEY);
    }
  }
}
