package dev.switchyard.domain.team;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.profile.TimeLimits;
import dev.switchyard.domain.endpoint.profile.TokenSource;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/// The file that a team shares, as JSON. The same setup always gives the same bytes, and a small
/// change of it a small difference: names are sorted, and a line of a Modelfile is a line.
///
/// The form is written down for other programs in `team-setup.schema.json`.
public final class TeamFile {
  /// Its name where it is part of a project.
  public static final String NAME = ".switchyard.json";

  /// The largest one that is read, in bytes.
  public static final int LARGEST = 1024 * 1024;

  /// The form that is written and read here.
  public static final int VERSION = 1;

  private static final JsonFactory FACTORY = new JsonFactory();

  private TeamFile() {}

  /// @throws PortException MALFORMED or REFUSED with the place and what is wrong there; what stands
  ///   there is never quoted
  public static TeamSetup read(byte[] content) throws PortException {
    return new TeamFileReader(LocatedJson.parse(content)).setup();
  }

  public static byte[] write(TeamSetup setup) {
    return json(generator -> write(generator, setup)).getBytes(StandardCharsets.UTF_8);
  }

  /// One endpoint as it stands in the file, to be compared by people.
  static String text(SharedEndpoint endpoint) {
    return json(generator -> write(generator, endpoint));
  }

  private static String json(Consumer<JsonGenerator> content) {
    var text = new StringWriter();
    try (var generator = FACTORY.createGenerator(new Indented(), text)) {
      content.accept(generator);
    }
    return text + "\n";
  }

  /// Two blanks a level, and `\n` on every system.
  private static final class Indented extends ObjectWriteContext.Base {
    @Override
    public PrettyPrinter getPrettyPrinter() {
      var indenter = new DefaultIndenter("  ", "\n");
      return new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    }

    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }
  }

  private static void write(JsonGenerator json, TeamSetup setup) {
    json.writeStartObject();
    json.writeNumberProperty("schema", VERSION);
    if (!setup.endpoints().isEmpty()) {
      json.writeArrayPropertyStart("endpoints");
      setup.endpoints().forEach(endpoint -> write(json, endpoint));
      json.writeEndArray();
    }
    if (!setup.variants().isEmpty()) {
      json.writeArrayPropertyStart("variants");
      setup.variants().forEach(variant -> write(json, variant));
      json.writeEndArray();
    }
    setup.route().ifPresent(route -> write(json, route));
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, SharedEndpoint endpoint) {
    json.writeStartObject();
    json.writeStringProperty("name", endpoint.name());
    json.writeStringProperty("kind", endpoint.kind().id());
    json.writeStringProperty("url", endpoint.url().toString());
    write(json, endpoint.token());
    endpoint
        .certificates()
        .ifPresent(certificates -> writeLines(json, "certificates", certificates.lines()));
    if (!endpoint.limits().equals(TimeLimits.USUAL)) {
      json.writeNumberProperty("connectSeconds", endpoint.limits().connect().toSeconds());
      json.writeNumberProperty("answerSeconds", endpoint.limits().answer().toSeconds());
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, TokenSource token) {
    var value =
        switch (token) {
          case TokenSource.None _ -> "";
          case TokenSource.Literal(var text) -> text;
          case TokenSource.Variable(var name) -> name;
          case TokenSource.Command(var line) -> line;
        };
    if (!(token instanceof TokenSource.None)) {
      json.writeObjectPropertyStart("token");
      json.writeStringProperty(token.id(), value);
      json.writeEndObject();
    }
  }

  private static void write(JsonGenerator json, SharedVariant variant) {
    json.writeStartObject();
    json.writeStringProperty("name", variant.name());
    writeLines(json, "modelfile", variant.lines());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, SharedRoute route) {
    json.writeObjectPropertyStart("route");
    route.endpoint().ifPresent(name -> json.writeStringProperty("endpoint", name));
    json.writeStringProperty("model", route.model());
    json.writeNumberProperty("contextTokens", route.contextTokens());
    if (!route.options().levels().isEmpty()) {
      json.writeObjectPropertyStart("options");
      route
          .options()
          .levels()
          .forEach((option, level) -> json.writeStringProperty(option.id(), level.name()));
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void writeLines(JsonGenerator json, String field, List<String> lines) {
    json.writeArrayPropertyStart(field);
    lines.forEach(json::writeString);
    json.writeEndArray();
  }
}
