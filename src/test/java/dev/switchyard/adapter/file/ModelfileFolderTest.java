package dev.switchyard.adapter.file;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.modelfile.Modelfile;
import dev.switchyard.domain.modelfile.TextForm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ModelfileFolderTest {
  private static final Modelfile ONE = Modelfile.parse("FROM one\r\n");
  private static final Modelfile TWO = Modelfile.parse("FROM two\n");

  @TempDir Path home;

  private ModelfileFolder folder() {
    return new ModelfileFolder(home.resolve("Modelfiles"));
  }

  @Test
  void aFolderThatIsNotThereHasNone() throws Exception {
    assertThat(folder().names()).isEmpty();
    assertThat(folder().read("x")).isEmpty();
  }

  @Test
  void savesUnderTheNameAndGivesItBack() throws Exception {
    var saved = folder().save("team/mine:64k", ONE, Optional.empty());

    assertThat(saved.file()).isEqualTo(home.resolve("Modelfiles/team%2Fmine%3A64k"));
    assertThat(folder().names()).containsExactly("team/mine:64k");
    assertThat(folder().read("team/mine:64k")).contains(saved);
  }

  @Test
  void theGuidesOwnFileIsFoundAndWrittenInItsPlace() throws Exception {
    Files.createDirectories(home.resolve("Modelfiles"));
    var byHand = Files.writeString(home.resolve("Modelfiles/My Model"), ONE.text());
    var read = folder().read("My Model").orElseThrow();

    folder().save("My Model", TWO, Optional.of(read));

    assertThat(byHand).hasContent(TWO.text());
    assertThat(folder().names()).containsExactly("My Model");
  }

  @Test
  void keepsTheFormOfTheText() throws Exception {
    Files.createDirectories(home.resolve("Modelfiles"));
    var file = home.resolve("Modelfiles/wide");
    Files.write(file, TextForm.UTF_16_LITTLE_ENDIAN.encode("FROM a\n"));
    var read = folder().read("wide").orElseThrow();
    assertThat(read.modelfile().text()).isEqualTo("FROM a\n");

    folder().save("wide", Modelfile.parse("FROM é\n"), Optional.of(read));

    assertThat(Files.readString(file, UTF_16LE)).isEqualTo("\ufeffFROM é\n");
  }

  @Test
  void doesNotWriteOverWhatWasNotRead() throws Exception {
    folder().save("x", ONE, Optional.empty());

    assertThatThrownBy(() -> folder().save("x", TWO, Optional.empty()))
        .isInstanceOfSatisfying(
            PortException.class, e -> assertThat(e.kind()).isEqualTo(PortException.Kind.CONFLICT));
    assertThat(folder().read("x").orElseThrow().modelfile()).isEqualTo(ONE);
  }

  @Test
  void refusesWhatIsNoTextOrNoName() throws Exception {
    Files.createDirectories(home.resolve("Modelfiles"));
    Files.write(home.resolve("Modelfiles/binary"), new byte[] {(byte) 0xc3, 0x28});

    assertThatThrownBy(() -> folder().read("binary"))
        .isInstanceOfSatisfying(
            PortException.class, e -> assertThat(e.kind()).isEqualTo(PortException.Kind.MALFORMED));
    assertThatThrownBy(() -> folder().save("", ONE, Optional.empty()))
        .isInstanceOfSatisfying(
            PortException.class, e -> assertThat(e.kind()).isEqualTo(PortException.Kind.REFUSED));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aNameCannotLeaveTheFolder() throws Exception {
    folder().save("../escaped", ONE, Optional.empty());
    folder().save("..", ONE, Optional.empty());

    assertThat(home.resolve("escaped")).doesNotExist();
    assertThat(folder().names()).containsExactly("..", "../escaped");
  }

  @Test
  void deletes() throws Exception {
    folder().save("x", ONE, Optional.empty());
    folder().delete("x");
    folder().delete("x");
    assertThat(folder().names()).isEmpty();
  }
}
