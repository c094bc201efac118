package dev.switchyard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.real.RealOllama;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `doctor` answers scripts, with the real Ollama and the real Claude Code.
class DoctorIT {
  /// No such key exists. None of these may be in a report.
  private static final String SECRET = "made-up-secret";

  @TempDir Path temporary;
  private Patient patient;

  @BeforeEach
  void aMachineThatWorks() throws Exception {
    patient = Patient.admit(temporary);
  }

  @AfterEach
  void dismiss() throws Exception {
    patient.close();
  }

  @Test
  void ofAMachineThatWorksEverythingIsKnownAndFine() {
    var run = patient.doctor();

    assertThat(run.code()).as(run.out()).isZero();
    var json = run.json();
    assertThat(json.path("folder").asString()).isEqualTo(patient.project().toString());
    Patient.assertKnown(json);
    assertThat(json.path("findings").values())
        .hasSizeGreaterThan(50)
        .allSatisfy(one -> {
          assertThat(one.path("severity").asString("ok")).as(one.toString()).isEqualTo("ok");
          assertThat(one.path("title").asString()).isNotBlank();
          assertThat(one.has("evidence")).isEqualTo(one.has("severity"));
        });
    assertThat(patient.doctor("--fix").json().path("fixes")).isEmpty();
  }

  @Test
  void whatCannotBeAskedIsNamedWithItsReason() throws Exception {
    patient.stopServer();

    var json = patient.doctor().json();

    var unknown = json.path("unknown");
    assertThat(unknown.propertyNames()).isNotEmpty();
    int asked = 0;
    for (var one : json.path("findings").values()) {
      var reason = unknown.path("findings[%d].severity".formatted(asked++)).asString("");
      assertThat(one.has("severity")).as(one.toString()).isEqualTo(reason.isEmpty());
    }
    assertThat(patient.wrong()).containsExactly("server-down");
  }

  @Test
  void theReportHasNoSecretOfAnyLayer() throws Exception {
    Files.writeString(
        patient.home().resolve(".claude.json"),
        """
        {"primaryApiKey":"sk-ant-%1$s-1","projects":{"%2$s":{"hasTrustDialogAccepted":true}}}
        """
            .formatted(SECRET, patient.project()));
    patient.write(
        patient.home().resolve(".claude/.credentials.json"),
        PersonsMachine.login("sk-ant-oat-" + SECRET + "-2"));
    patient.write(
        patient.home().resolve(".claude/settings.json"),
        """
        {"apiKeyHelper":"echo sk-ant-%1$s-3","env":{"ANTHROPIC_API_KEY":"sk-ant-%1$s-4",
         "ANTHROPIC_AUTH_TOKEN":"%1$s-5","ANTHROPIC_CUSTOM_HEADERS":"X-Api-Key: %1$s-6",
         "HTTP_PROXY":"http://me:%1$s-7@127.0.0.1:9"}}
        """
            .formatted(SECRET));
    patient.write(
        patient.localSettings(),
        """
        {"env":{"ANTHROPIC_BASE_URL":"http://me:%1$s-8@localhost:%2$d/v1","ANTHROPIC_API_KEY":"sk-ant-%1$s-9",
         "ANTHROPIC_AUTH_TOKEN":"%1$s-10","ANTHROPIC_CUSTOM_HEADERS":"X-Api-Key: %1$s-11"}}
        """
            .formatted(SECRET, patient.url().uri().getPort()));
    patient.environment().put("ANTHROPIC_API_KEY", "sk-ant-" + SECRET + "-12");
    patient.environment().put("ANTHROPIC_AUTH_TOKEN", SECRET + "-13");
    patient.environment().put("OLLAMA_API_KEY", SECRET + "-14");
    patient.environment().put("ALL_PROXY", "http://me:" + SECRET + "-15@127.0.0.1:9");
    Files.writeString(patient.project().resolve("CLAUDE.md"), "The word is " + SECRET + "-16");

    for (var words : new String[][] {{"--report"}, {"--all"}, {"--fix", "--dry-run"}, {}}) {
      var run = patient.doctor(words);

      assertThat(run.code()).as(run.err()).isLessThan(2);
      assertThat(run.out() + run.err()).as(String.join(" ", words)).doesNotContain(SECRET);
    }
    var report = patient.doctor("--report").json().path("report").asString();
    assertThat(report)
        .contains("base-url-v1", "credential-leak", "Ollama " + RealOllama.VERSION, "~")
        .doesNotContain(patient.home().toString());

    // Not even the files in which a fix writes down what it does.
    patient.doctor("--fix");
    assertThat(Files.readString(patient.home().resolve(".local/state/switchyard/doctor.json")))
        .doesNotContain(SECRET);
  }
}
