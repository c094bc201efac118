package dev.switchyard.domain.team;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointKind;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.profile.TimeLimits;
import dev.switchyard.domain.endpoint.profile.TokenSource;
import dev.switchyard.domain.route.option.RouteOption;
import dev.switchyard.domain.route.option.RouteOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finds out what a shared file says. A field that is not known is refused as well: nobody would
/// have reviewed what it means.
final class TeamFileReader {
  private final LocatedJson root;

  TeamFileReader(LocatedJson root) {
    this.root = root;
  }

  TeamSetup setup() throws PortException {
    var fields = new StrictFields(root);
    requireVersion(fields);
    var endpoints = each(fields.optional("endpoints"), TeamFileReader::endpoint);
    var variants = each(fields.optional("variants"), TeamFileReader::variant);
    var written = fields.optional("route");
    var route =
        written.isPresent() ? Optional.of(route(written.get())) : Optional.<SharedRoute>empty();
    fields.requireNoOthers();
    return at(root, () -> TeamSetup.of(endpoints, variants, route));
  }

  /// Before all else: of another form nothing else that is said here would be true.
  private static void requireVersion(StrictFields fields) throws PortException {
    var version = fields.number("schema");
    if (version.isEmpty() || version.get() != TeamFile.VERSION) {
      throw fields
          .place("schema")
          .wrong(PortException.Kind.REFUSED, Message.of("team.file.version", TeamFile.VERSION));
    }
  }

  private static SharedEndpoint endpoint(LocatedJson node) throws PortException {
    var fields = new StrictFields(node);
    var name = fields.text("name");
    var id = fields.text("kind");
    var address = fields.text("url");
    var token = fields.optional("token");
    var certificates = fields.optional("certificates");
    var limits =
        new TimeLimits(
            seconds(fields, "connectSeconds", TimeLimits.USUAL.connect()),
            seconds(fields, "answerSeconds", TimeLimits.USUAL.answer()));
    fields.requireNoOthers();
    var kind =
        EndpointKind.of(id)
            .orElseThrow(() ->
                fields
                    .place("kind")
                    .wrong("team.file.one-of", String.join(", ", EndpointKind.ids())));
    var url = at(fields.place("url"), () -> url(address));
    var source = token.isPresent() ? token(token.get()) : (TokenSource) new TokenSource.None();
    var trusted =
        certificates.isPresent()
            ? Optional.of(certificates(certificates.get()))
            : Optional.<Certificates>empty();
    return at(node, () -> SharedEndpoint.of(name, kind, url, source, trusted, limits));
  }

  /// What would be completed or left out is not what a reviewer has read.
  private static EndpointUrl url(String written) throws PortException {
    var url = EndpointUrl.read(written);
    var host = url.host();
    boolean isPlain = host.equals(host.toLowerCase(Locale.ROOT));
    if (!isPlain || !url.toString().equals(written)) {
      throw new PortException(PortException.Kind.REFUSED, Message.of("team.file.url"));
    }
    return url;
  }

  private static TokenSource token(LocatedJson node) throws PortException {
    var fields = new StrictFields(node);
    var literal = fields.optionalText("literal");
    var variable = fields.optionalText("variable");
    var command = fields.optionalText("command");
    fields.requireNoOthers();
    var sources = new ArrayList<TokenSource>();
    literal.map(TokenSource.Literal::new).ifPresent(sources::add);
    variable.map(TokenSource.Variable::new).ifPresent(sources::add);
    command.map(TokenSource.Command::new).ifPresent(sources::add);
    if (sources.size() != 1) {
      throw node.place().wrong("team.file.token");
    }
    return sources.getFirst();
  }

  private static Certificates certificates(LocatedJson node) throws PortException {
    var lines = lines(node);
    return at(node, () -> Certificates.of(lines));
  }

  private static SharedVariant variant(LocatedJson node) throws PortException {
    var fields = new StrictFields(node);
    var name = fields.text("name");
    var lines = lines(fields.required("modelfile"));
    fields.requireNoOthers();
    return at(node, () -> SharedVariant.of(name, lines));
  }

  private static SharedRoute route(LocatedJson node) throws PortException {
    var fields = new StrictFields(node);
    var endpoint = fields.optionalText("endpoint");
    var model = fields.text("model");
    var context =
        fields
            .number("contextTokens")
            .orElseThrow(() -> fields.place("contextTokens").wrong("team.file.number"));
    var chosen = fields.optional("options");
    fields.requireNoOthers();
    var options = chosen.isPresent() ? options(chosen.get()) : RouteOptions.UNNAMED;
    return at(node, () -> SharedRoute.of(endpoint, model, context, options));
  }

  private static RouteOptions options(LocatedJson node) throws PortException {
    var fields = new StrictFields(node);
    var options = RouteOptions.UNNAMED;
    for (var option : RouteOption.values()) {
      var name = fields.optionalText(option.id());
      if (name.isPresent()) {
        var levels = String.join(", ", option.levels().stream().map(each -> each.name()).toList());
        var level =
            option
                .level(name.get())
                .orElseThrow(() -> fields.place(option.id()).wrong("team.file.one-of", levels));
        options = options.with(option, level);
      }
    }
    fields.requireNoOthers();
    return options;
  }

  private static Duration seconds(StrictFields fields, String name, Duration usual)
      throws PortException {
    return fields.number(name).map(Duration::ofSeconds).orElse(usual);
  }

  private static List<String> lines(LocatedJson node) throws PortException {
    return each(
        Optional.of(node),
        line -> {
          if (line instanceof LocatedJson.Text(_, var text)) {
            return text;
          }
          throw line.place().wrong("team.file.text");
        });
  }

  /// Reads one value.
  @FunctionalInterface
  private interface Step<T> {
    T read(LocatedJson node) throws PortException;
  }

  private static <T> List<T> each(Optional<LocatedJson> list, Step<T> step) throws PortException {
    if (list.isEmpty()) {
      return List.of();
    }
    if (!(list.get() instanceof LocatedJson.Elements(_, var values))) {
      throw list.get().place().wrong("team.file.list");
    }
    var all = new ArrayList<T>();
    for (var value : values) {
      all.add(step.read(value));
    }
    return all;
  }

  /// Checks a rule that knows no place.
  @FunctionalInterface
  private interface Rule<T> {
    T apply() throws PortException;
  }

  private static <T> T at(LocatedJson node, Rule<T> rule) throws PortException {
    return at(node.place(), rule);
  }

  private static <T> T at(LocatedJson.Place place, Rule<T> rule) throws PortException {
    try {
      return rule.apply();
    } catch (PortException e) {
      throw place.wrong(e.kind(), e.text());
    }
  }
}
