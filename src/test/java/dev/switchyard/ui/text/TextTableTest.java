package dev.switchyard.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.fake.PackagingTool;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// With the tables that `packaging/TextTables.java` makes for the image.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TextTableTest {
  private PackagingTool tool;

  @BeforeAll
  void compile(@TempDir Path folder) throws Exception {
    tool = new PackagingTool("TextTables", folder);
  }

  @AfterAll
  void closeTool() throws IOException {
    tool.close();
  }

  private TextTable table(Properties texts) throws ReflectiveOperationException {
    var made = tool.method("TextTables", "table", Properties.class).invoke(null, texts);
    return new TextTable((byte[]) Objects.requireNonNull(made));
  }

  private static Properties texts(Language language) throws IOException {
    var texts = new Properties();
    try (var content = Texts.class.getResourceAsStream(language.file() + ".properties")) {
      texts.load(new InputStreamReader(Objects.requireNonNull(content), StandardCharsets.UTF_8));
    }
    return texts;
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void eachTextIsFoundByItsKey(Language language) throws Exception {
    var texts = texts(language);

    var table = table(texts);

    assertThat(table.keySet()).isEqualTo(texts.stringPropertyNames()).hasSizeGreaterThan(1000);
    texts.forEach((key, text) -> assertThat(table.getString(key.toString())).isEqualTo(text));
  }

  @Test
  void whatIsNotThereIsNotFound() throws Exception {
    var texts = new Properties();
    texts.setProperty("b", "2");
    texts.setProperty("d.é", "4");
    texts.setProperty("d", "");

    var table = table(texts);

    assertThat(Set.of("", "a", "bb", "c", "d.e", "e", "é")).noneMatch(table::containsKey);
    assertThat(table.getString("d")).isEmpty();
    assertThat(table.getString("d.é")).isEqualTo("4");
    assertThat(table(new Properties()).containsKey("a")).isFalse();
  }

  @Test
  void theImageHoldsTablesInThePlaceOfTheFiles(@TempDir Path classes) throws Exception {
    var file = classes.resolve("ui/text/messages_de.properties");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "grün = Über {0}\n");
    Files.writeString(classes.resolve("other.properties"), "");

    tool.method("TextTables", "makeIn", Path.class).invoke(null, classes);

    assertThat(file).doesNotExist();
    assertThat(classes.resolve("other.properties")).exists();
    var table = new TextTable(Files.readAllBytes(file.resolveSibling("messages_de.table")));
    assertThat(table.getString("grün")).isEqualTo("Über {0}");
  }
}
