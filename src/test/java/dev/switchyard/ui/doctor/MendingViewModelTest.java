package dev.switchyard.ui.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.doctor.Done;
import dev.switchyard.domain.doctor.Outcome;
import dev.switchyard.domain.doctor.Treatment;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.ui.doctor.Entry.Result;
import dev.switchyard.ui.doctor.MendingViewModel.State;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MendingViewModelTest {
  private static final String ADDRESS = "base-url-v1";
  private static final String SERVER = "server-down";

  private final DoctorBench bench = new DoctorBench();
  private final MendingViewModel model = bench.mending;

  @Test
  void theWorstComesFirstAndShowsWhatItsFixWouldChange() {
    bench.shown();

    assertThat(bench.ids()).containsExactly(ADDRESS, "folder-not-trusted");
    assertThat(model.findings().isExpanded(ADDRESS)).isTrue();
    var plan = (Plans.Plan.Ready) model.plans().of(bench.entry(ADDRESS)).orElseThrow();
    assertThat(plan.steps().getFirst().changes().getFirst().file()).isEqualTo(DoctorBench.SETTINGS);
    assertThat(bench.settings()).isEqualTo(DoctorBench.BROKEN);
  }

  @Test
  void aFixIsVerifiedByAskingAgainAndStaysInItsPlace() {
    bench.shown();

    model.fix(bench.entry(ADDRESS));

    assertThat(bench.settings()).doesNotContain("/v1").contains("\"theme\":\"dark\"");
    assertThat(bench.entry(ADDRESS).isMended()).isTrue();
    assertThat(bench.ids()).containsExactly(ADDRESS, "folder-not-trusted");
    assertThat(model.lastProperty().get()).isEqualTo(bench.entry(ADDRESS).treatment());
    assertThat(bench.changed).isEqualTo(1);
    bench.examinations.examine();
    assertThat(bench.entry(ADDRESS).isMended()).isTrue();
  }

  @Test
  void undoGivesTheFileItsBytesBack() {
    bench.shown();
    model.fix(bench.entry(ADDRESS));

    model.undo();

    assertThat(bench.settings()).isEqualTo(DoctorBench.BROKEN);
    assertThat(bench.entry(ADDRESS).result()).isEmpty();
    assertThat(model.lastProperty().get()).isEmpty();
    assertThat(bench.projects.said)
        .extracting(Message::key)
        .containsOnlyOnce("doctor.screen.undone");
  }

  @Test
  void whatIsFoundAgainIsNotCalledMended() {
    bench.shown();
    bench.afterwards = Optional.of(DoctorBench.foundAgain());

    model.fix(bench.entry(ADDRESS));

    assertThat(bench.entry(ADDRESS).result().orElseThrow()).isInstanceOf(Result.StillFound.class);
    assertThat(bench.entry(ADDRESS).fix()).isPresent();
  }

  @Test
  void whatIsNotKnownAfterwardsIsNotCalledMended() {
    bench.shown();
    bench.afterwards = Optional.of(new Outcome.Unknown(Message.of("doctor.unknown.no-server")));

    model.fix(bench.entry(ADDRESS));

    assertThat(bench.entry(ADDRESS).result().orElseThrow()).isInstanceOf(Result.NotKnown.class);
  }

  @Test
  void aFixThatFailsSaysWhyAndChangesNothing() {
    bench.shown();
    bench.projects.files.failing.put(DoctorBench.SETTINGS, PortException.Kind.DENIED);

    model.fix(bench.entry(ADDRESS));

    assertThat(bench.entry(ADDRESS).result().orElseThrow()).isInstanceOf(Result.Failed.class);
    assertThat(bench.settings()).isEqualTo(DoctorBench.BROKEN);
    assertThat(model.stateProperty().get()).isEqualTo(new State.Resting());
  }

  @Test
  void aFixCanBeStopped() {
    bench.down = true;
    bench.shown();
    bench.projects.tasks.hold();
    model.fix(bench.entry(SERVER));

    model.cancel();
    assertThat(((State.Mending) model.stateProperty().get()).stopping()).isTrue();
    bench.projects.tasks.release();

    assertThat(bench.entry(SERVER).result()).contains(new Result.Stopped());
    assertThat(bench.down).isTrue();
  }

  @Test
  void allAreMendedOneAfterTheOther() {
    bench.down = true;
    bench.shown();
    assertThat(model.fixable()).isEqualTo(2);

    model.fixAll();

    assertThat(bench.down).isFalse();
    assertThat(bench.settings()).doesNotContain("/v1");
    assertThat(model.fixable()).isZero();
    assertThat(bench.projects.said).contains(Message.of("doctor.screen.all-mended", 2));
  }

  @Test
  void allStopAtTheFirstThatStays() {
    bench.down = true;
    bench.afterwards = Optional.of(DoctorBench.foundAgain());
    bench.shown();

    model.fixAll();

    assertThat(bench.down).as("the server is still down").isTrue();
    assertThat(bench.projects.said)
        .extracting(Message::key)
        .contains("doctor.screen.stopped-at")
        .doesNotContain("doctor.screen.all-mended");
  }

  @Test
  void allStopAtTheFirstThatFails() {
    bench.down = true;
    bench.startFails = Optional.of(PortException.Kind.FAILED);
    bench.shown();

    model.fixAll();

    assertThat(bench.entry(ADDRESS).isMended()).isTrue();
    assertThat(bench.entry(SERVER).result().orElseThrow()).isInstanceOf(Result.Failed.class);
    assertThat(bench.projects.said)
        .contains(Message.of("doctor.screen.stopped-at", bench.entry(SERVER).problem()));
  }

  @Test
  void oneThingIsDoneAtATime() {
    bench.down = true;
    bench.shown();
    bench.projects.tasks.hold();
    model.fix(bench.entry(SERVER));

    model.fix(bench.entry(ADDRESS));
    bench.examinations.examine();
    bench.projects.tasks.release();

    assertThat(bench.down).isFalse();
    assertThat(bench.settings()).isEqualTo(DoctorBench.BROKEN);
  }

  @Test
  void whatALaterFixHasBroughtBackIsNotCalledMended() {
    bench.down = true;
    bench.startBreaksAddress = true;
    bench.shown();

    model.fixAll();

    assertThat(bench.projects.said)
        .extracting(Message::key)
        .contains("doctor.screen.found-again")
        .doesNotContain("doctor.screen.all-mended");
  }

  @Test
  void undoTakesNoOtherFixBackThanTheOneShown() {
    bench.shown();
    model.fix(bench.entry(ADDRESS));
    var mended = bench.settings();
    var elsewhere =
        new Treatment(SERVER, DoctorBench.NOW, List.of(new Done.Started(EndpointUrl.DEFAULT)));
    bench.treatments.add(elsewhere);

    model.undo();

    assertThat(bench.down).isFalse();
    assertThat(bench.settings()).isEqualTo(mended);
    assertThat(model.lastProperty().get()).contains(elsewhere);
    assertThat(bench.projects.said)
        .extracting(Message::key)
        .contains("doctor.undo.another-since")
        .doesNotContain("doctor.screen.undone");
    assertThat(bench.changed).isEqualTo(2);
  }

  @Test
  void aMistakeOfOursEndsWhatIsUnderWay() {
    bench.shown();
    model.fix(bench.entry(ADDRESS));
    bench.bug = Optional.of(new IllegalStateException("ours"));

    assertThatThrownBy(model::undo).hasMessage("ours");

    assertThat(model.stateProperty().get()).isEqualTo(new State.Resting());
    bench.bug = Optional.empty();
    model.undo();
    assertThat(bench.settings()).isEqualTo(DoctorBench.BROKEN);
  }
}
