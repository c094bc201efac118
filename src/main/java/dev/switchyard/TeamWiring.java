package dev.switchyard;

import dev.switchyard.adapter.endpoint.EndpointFile;
import dev.switchyard.adapter.endpoint.ImportsFile;
import dev.switchyard.adapter.file.CertificateFolder;
import dev.switchyard.adapter.file.PlainSetupFiles;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.team.BuildMissing;
import dev.switchyard.domain.team.ExportTeamSetup;
import dev.switchyard.domain.team.ExportedRoute;
import dev.switchyard.domain.team.ImportTeamSetup;
import dev.switchyard.domain.team.ImportedRoute;
import dev.switchyard.domain.team.TeamSharing;

/// Wires what a team shares as one file.
final class TeamWiring {
  private TeamWiring() {}

  static TeamSharing sharing(Wiring wiring) {
    var endpoints = new EndpointFile(wiring.home().configuration());
    var certificates = new CertificateFolder(wiring.home().configuration());
    var switchRoute = wiring.switchRoute();
    return new TeamSharing(
        new PlainSetupFiles(),
        new ImportTeamSetup(
            endpoints,
            wiring.modelfiles(),
            certificates,
            new ImportedRoute(
                switchRoute,
                () -> ownServer(wiring),
                certificates,
                wiring.surroundings().system(),
                wiring::serverAt),
            switchRoute,
            new ImportsFile(wiring.home().state())),
        new ExportTeamSetup(
            endpoints,
            wiring.modelfiles(),
            certificates,
            new ExportedRoute(wiring.routes(), switchRoute, () -> ownServer(wiring)),
            wiring.redaction()),
        new BuildMissing(wiring.server(), wiring.home().directory(), wiring.modelfiles()));
  }

  /// The person's Ollama may be somewhere else, and "this machine's" is not.
  private static EndpointUrl ownServer(Wiring wiring) {
    var chosen = wiring.chosenUrl();
    return chosen.isLoopback() ? chosen : EndpointUrl.DEFAULT;
  }
}
