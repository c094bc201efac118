package dev.switchyard.ui.modelfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.fit.FitReport;
import dev.switchyard.domain.fit.Verdict;
import dev.switchyard.domain.memory.OtherMachine;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlannedMachineTest {
  private static final long GIB = 1L << 30;

  @TempDir Path home;
  private Desk desk;
  private PlannedMachine machine;

  @BeforeEach
  void open() {
    desk = Desk.shown(home);
    machine = desk.model.machine();
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void theForecastIsForTheChosenMachineUntilOneGoesBack() {
    var here = report();
    machine.choose(PlannedMachine.PRESETS.getFirst().machine());

    assertThat(report().hardware().freeGpus()).containsExactly(8 * GIB);
    assertThat(report().placement().verdict()).isEqualTo(Known.of(Verdict.SPLITS));

    machine.backToThisMachine();

    assertThat(report().hardware()).isEqualTo(here.hardware());
    assertThat(report().need()).isEqualTo(here.need());
    assertThat(report().placement()).isEqualTo(here.placement());
    assertThat(machine.machineProperty().get()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "64, '24, 24', 64, 2, 24",
    "'64 GB', 8, 64, 1, 8",
    "16, '', 16, 0, 0",
    "0.5, 24, 0, 0, 0",
    "many, 24, 0, 0, 0",
    "32, '24, x', 0, 0, 0",
  })
  void takesOverWhatIsTyped(String ram, String cards, long ramGib, int count, long cardGib) {
    boolean taken = machine.describe(ram, cards, false);

    assertThat(taken).isEqualTo(ramGib > 0);
    assertThat(machine.machineProperty().get())
        .isEqualTo(
            taken
                ? Optional.of(
                    new OtherMachine(
                        ramGib * GIB, Collections.nCopies(count, cardGib * GIB), false))
                : Optional.empty());
  }

  @Test
  void oneMemoryForBothHasNoCards() {
    assertThat(machine.describe("36", "24", true)).isTrue();
    assertThat(machine.machineProperty().get())
        .contains(new OtherMachine(36 * GIB, List.of(), true));
  }

  private FitReport report() {
    return desk.model.forecast().forecast().report().toOptional().orElseThrow();
  }
}
