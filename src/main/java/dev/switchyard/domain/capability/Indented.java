package dev.switchyard.domain.capability;

import java.io.StringWriter;
import tools.jackson.core.JacksonException;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/// Writes JSON so that a person can read it.
public final class Indented {
  private static final JsonFactory JSON = new JsonFactory();

  /// Over the pretty printer's usual form: each element of an array on a line of its own.
  private static final ObjectWriteContext PRETTY =
      new ObjectWriteContext.Base() {
        @Override
        public tools.jackson.core.PrettyPrinter getPrettyPrinter() {
          return new DefaultPrettyPrinter();
        }

        @Override
        public boolean hasPrettyPrinter() {
          return true;
        }
      };

  private Indented() {}

  /// The same JSON on several lines; what is no JSON, or was cut, as it is.
  public static String of(String text) {
    var written = new StringWriter();
    try (var parser = JSON.createParser(ObjectReadContext.empty(), text);
        var generator = JSON.createGenerator(PRETTY, written)) {
      while (parser.nextToken() != null) {
        generator.copyCurrentEvent(parser);
      }
    } catch (JacksonException _) {
      return text;
    }
    return written.toString();
  }
}
