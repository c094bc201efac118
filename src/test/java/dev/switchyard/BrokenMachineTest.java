package dev.switchyard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// `docs/doctor.md` says in which ways a machine is broken for the tests.
class BrokenMachineTest {
  @Test
  void allWaysAreDocumentedInTheirOrder() throws IOException {
    var text = Files.readString(Path.of("docs/doctor.md"));
    int begin = text.indexOf("## Ways to break");
    int end = text.indexOf("\n## ", begin);
    var section = text.substring(begin, end < 0 ? text.length() : end);

    assertThat(rows(section))
        .isEqualTo(Arrays.stream(BrokenMachine.values()).map(this::row).toList());
    assertThat(BrokenMachine.values()).hasSizeGreaterThanOrEqualTo(10);
  }

  private static List<String> rows(String section) {
    return section.lines().filter(line -> line.startsWith("| ")).skip(1).toList();
  }

  private String row(BrokenMachine way) {
    var ids = way.ids().stream().sorted().map("`%s`"::formatted).collect(Collectors.joining(", "));
    return "| %s | %s |".formatted(way.words(), ids);
  }
}
