package dev.switchyard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A machine whose route is proven is broken in every way that people break one; `doctor --fix`
/// alone brings it back to a proven route, with the real Ollama and the real Claude Code.
class TenWaysIT {
  @TempDir static Path temporary;
  private static Patient patient;

  @BeforeAll
  static void admit() throws Exception {
    patient = Patient.admit(temporary);
  }

  @AfterAll
  static void dismiss() throws Exception {
    if (patient != null) {
      patient.close();
    }
  }

  @BeforeEach
  void aMachineThatWorks() throws Exception {
    patient.recover();
    assertThat(patient.doctor().code()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void isFoundMendedProvenAndBrokenAgainByUndo(BrokenMachine way) throws Exception {
    way.happenTo(patient);
    var broken = patient.condition();

    assertThat(patient.wrong()).isEqualTo(way.ids());
    assertThat(patient.doctor().code()).isEqualTo(1);
    assertDryRunChangesNothing();

    // By name, as a person who has read what is found.
    var first = patient.firstFixable();
    var one = patient.doctor("--fix", first);
    assertThat(one.code()).as(one.out() + one.err()).isZero();
    assertThat(one.json().path("recheck").path("id").asString()).isEqualTo(first);
    assertThat(one.json().path("recheck").path("severity").asString()).isEqualTo("ok");

    assertThat(patient.well("doctor", "--undo", "--json").json().path("id").asString())
        .isEqualTo(first);
    assertThat(patient.condition()).as("what was broken is back").isEqualTo(broken);
    // To load a model as it is built takes nothing away that could come back.
    assertThat(patient.wrong())
        .isEqualTo(way == BrokenMachine.LOADED_WITH_ANOTHER_CONTEXT ? Set.of() : way.ids());

    assertMendsAll();
    assertProven();
  }

  /// What can be wrong at once: the order decides, since nothing can be said of a model before the
  /// server answers.
  @Test
  void allAtOnceAreMendedByOneCommandAndGivenBackOneByOne() throws Exception {
    var ways =
        EnumSet.complementOf(
            EnumSet.of(
                // There is one address, one file and one model to break.
                BrokenMachine.WRONG_PORT,
                BrokenMachine.SETTINGS_DELETED,
                BrokenMachine.SETTINGS_BROKEN_OFF,
                BrokenMachine.COMMENT_IN_SETTINGS,
                BrokenMachine.CONTEXT_OF_4096,
                BrokenMachine.BASE_IN_PLACE_OF_THE_VARIANT,
                BrokenMachine.LOADED_WITH_ANOTHER_CONTEXT,
                BrokenMachine.SERVER_STOPPED));
    assertThat(ways).hasSizeGreaterThan(10);
    for (var way : ways) {
      way.happenTo(patient);
    }
    var broken = patient.condition();
    BrokenMachine.SERVER_STOPPED.happenTo(patient);

    assertThat(patient.wrong()).contains("server-down", "route-overruled");
    assertDryRunChangesNothing();
    assertMendsAll();
    assertProven();

    int left = patient.treatments();
    while (patient.run("doctor", "--undo").code() == 0) {
      assertThat(patient.treatments()).as("one less each time").isLessThan(left--);
    }
    assertThat(patient.wrong()).contains("server-down");
    patient.startServer();
    assertThat(patient.condition()).isEqualTo(broken);
    assertMendsAll();
  }

  /// With a file that is skipped nothing of it can be seen before it is readable.
  @Test
  void aFileThatIsSkippedIsMendedFirst() throws Exception {
    for (var way :
        Set.of(
            BrokenMachine.SETTINGS_BROKEN_OFF,
            BrokenMachine.STRONGER_FILE_LEADS_AWAY,
            BrokenMachine.MODEL_DELETED,
            BrokenMachine.KEY_HELPER)) {
      way.happenTo(patient);
    }

    assertMendsAll();
    assertProven();
  }

  private void assertDryRunChangesNothing() throws IOException {
    var before = patient.files();
    assertThat(patient.doctor("--fix", "--dry-run").code()).isZero();
    assertThat(patient.doctor("--fix", patient.firstFixable(), "--dry-run").code()).isZero();
    assertThat(patient.files()).isEqualTo(before);
  }

  private void assertMendsAll() {
    var all = patient.doctor("--fix");
    assertThat(all.code()).as(all.out() + all.err()).isZero();
    assertThat(all.json().path("fixed").asBoolean()).isTrue();
    assertThat(patient.wrong()).isEmpty();
    Patient.assertKnown(patient.doctor().json());
  }

  private void assertProven() {
    var proof = patient.well("verify", patient.project().toString(), "--json").json();
    assertThat(proof.path("proven").asBoolean()).isTrue();
    assertThat(proof.path("destination").asString()).isEqualTo("local");
    assertThat(proof.path("prefixStable").asBoolean()).isTrue();
    assertThat(patient.cloud().messages()).isEmpty();
  }
}
