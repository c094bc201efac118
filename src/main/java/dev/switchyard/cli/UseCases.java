package dev.switchyard.cli;

import dev.switchyard.domain.Home;
import dev.switchyard.domain.Interruption;
import dev.switchyard.domain.Surroundings;
import dev.switchyard.domain.about.Inventory;
import dev.switchyard.domain.about.ReadVersions;
import dev.switchyard.domain.benchmark.BenchmarkHistory;
import dev.switchyard.domain.benchmark.RunBenchmark;
import dev.switchyard.domain.capability.ProbeModel;
import dev.switchyard.domain.capability.ReportStore;
import dev.switchyard.domain.context.CheckContext;
import dev.switchyard.domain.doctor.Doctor;
import dev.switchyard.domain.doctor.MendAll;
import dev.switchyard.domain.doctor.Treat;
import dev.switchyard.domain.endpoint.detect.DetectEndpoint;
import dev.switchyard.domain.endpoint.profile.EndpointProfile;
import dev.switchyard.domain.endpoint.profile.Endpoints;
import dev.switchyard.domain.health.CheckHealth;
import dev.switchyard.domain.health.HealthSubjects;
import dev.switchyard.domain.launch.LaunchClaude;
import dev.switchyard.domain.launch.Programs;
import dev.switchyard.domain.localonly.LocalOnlyProjects;
import dev.switchyard.domain.log.CrashReports;
import dev.switchyard.domain.log.Redaction;
import dev.switchyard.domain.memory.MemorySensor;
import dev.switchyard.domain.model.FreeSpace;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.modelfile.ModelfileStore;
import dev.switchyard.domain.preference.Preferences;
import dev.switchyard.domain.probe.RouteProofs;
import dev.switchyard.domain.probe.VerifyRoute;
import dev.switchyard.domain.route.ExplainModel;
import dev.switchyard.domain.route.InheritAll;
import dev.switchyard.domain.route.LocalOnce;
import dev.switchyard.domain.route.LocalTargets;
import dev.switchyard.domain.route.RouteFallbacks;
import dev.switchyard.domain.route.RouteReader;
import dev.switchyard.domain.route.SessionModels;
import dev.switchyard.domain.route.SettingsHistory;
import dev.switchyard.domain.route.SwitchRoute;
import dev.switchyard.domain.session.FindCutPrompts;
import dev.switchyard.domain.session.ReadSessions;
import dev.switchyard.domain.setup.StatusReader;
import dev.switchyard.domain.team.TeamSharing;
import dev.switchyard.domain.truth.Lessons;
import dev.switchyard.domain.truth.ReadServerSettings;
import dev.switchyard.domain.truth.SeenLoads;
import dev.switchyard.domain.usage.PriceStore;
import dev.switchyard.domain.usage.ReadUsage;
import dev.switchyard.domain.whereabouts.ReachServer;
import dev.switchyard.domain.work.ReadWork;
import java.time.Clock;
import java.util.Optional;

/// What the commands work with. Each part is built when it is first asked for, so that a command
/// that needs one file does not wait for a sensor or a connection.
public interface UseCases extends AutoCloseable {
  Home home();

  Surroundings surroundings();

  /// What the settings file holds, or the defaults where it cannot be read.
  Preferences savedPreferences();

  LaunchClaude launcher();

  Inventory inventory();

  ReadVersions versions();

  CrashReports crashes();

  /// Takes secrets out of what others may see.
  Redaction redaction();

  MemorySensor memory();

  ModelServer server();

  ModelfileStore modelfiles();

  Programs programs();

  StatusReader machineStatus();

  RouteReader routes();

  ExplainModel explainModel();

  SessionModels sessionModels();

  SwitchRoute switchRoute();

  SettingsHistory settingsHistory();

  InheritAll inheritAll();

  LocalOnlyProjects localOnly();

  RouteFallbacks fallbacks();

  /// For routes to an endpoint that has a name.
  LocalTargets localTargets(EndpointProfile endpoint);

  LocalOnce localOnce(LocalTargets targets);

  LocalTargets localTargets();

  LocalOnce localOnce();

  VerifyRoute verifyRoute();

  RouteProofs proofs();

  ProbeModel probeModel();

  /// What models were seen to do.
  ReportStore capabilityReports();

  CheckContext checkContext();

  FindCutPrompts cutPrompts();

  /// What was learned from loads.
  Lessons lessons();

  SeenLoads seenLoads();

  /// What the server is doing.
  ReadWork work();

  /// How the server loads models, where it shows.
  ReadServerSettings serverSettings();

  RunBenchmark benchmark();

  BenchmarkHistory benchmarks();

  /// Those that the person has named.
  Endpoints endpoints();

  /// The one that was named as the server.
  Optional<EndpointProfile> chosenEndpoint();

  DetectEndpoint detectEndpoint();

  /// The endpoints that can be checked.
  HealthSubjects healthSubjects();

  /// Finds out how endpoints are.
  CheckHealth checkHealth();

  /// Finds the address by which a server is seen from here.
  ReachServer reachServer();

  /// What a team shares as one file.
  TeamSharing team();

  ReadUsage usage();

  /// What the person says that the cloud costs.
  PriceStore prices();

  ReadSessions sessions();

  Doctor doctor();

  /// Carries the doctor's fixes out.
  Treat treat();

  /// Carries all of them out.
  default MendAll mendAll() {
    return new MendAll(doctor(), treat());
  }

  FreeSpace freeSpace();

  Clock clock();

  /// From now on Ctrl-C is a wish to stop.
  Interruption listenForInterruption();

  @Override
  void close();
}
