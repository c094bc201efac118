package dev.switchyard.domain.team;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.fail;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.switchyard.domain.PortException;
import dev.switchyard.ui.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TeamFileTest {
  private static final int ROUNDS = 300;

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);

  @Test
  void whatIsWrittenIsReadAgainAndWrittenTheSame() throws PortException {
    for (int round = 0; round < ROUNDS; round++) {
      var setup = TeamSamples.random(random);
      var written = TeamFile.write(setup);
      assertThat(TeamFile.read(written)).as("seed %d, round %d", seed, round).isEqualTo(setup);
      assertThat(TeamFile.write(TeamFile.read(written))).isEqualTo(written);
      var mixed =
          new TeamSetup(shuffled(setup.endpoints()), shuffled(setup.variants()), setup.route());
      assertThat(TeamFile.write(mixed)).isEqualTo(written);
    }
  }

  @Test
  void whatIsWrittenIsAsTheSchemaSays() throws IOException, PortException {
    var schema = schema();
    for (int round = 0; round < ROUNDS; round++) {
      var text = new String(TeamFile.write(TeamSamples.random(random)), UTF_8);
      assertThat(schema.validate(text, InputFormat.JSON)).as("seed %d: %s", seed, text).isEmpty();
    }
    for (var text : List.of("{}", "{\"schema\":2}", "{\"schema\":1,\"hooks\":[]}")) {
      assertThat(schema.validate(text, InputFormat.JSON)).as(text).isNotEmpty();
    }
  }

  private static Schema schema() throws IOException {
    var published = Files.readString(Path.of("docs/team-setup.schema.json"));
    try (var packed = TeamFile.class.getResourceAsStream("team-setup.schema.json")) {
      assertThat(packed).isNotNull();
      assertThat(new String(packed.readAllBytes(), UTF_8)).isEqualTo(published);
    }
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(published);
  }

  @Test
  void aDamagedFileIsRefusedOrMeansWhatItSays() throws PortException {
    for (int round = 0; round < 5 * ROUNDS; round++) {
      var good = TeamFile.write(TeamSamples.random(random));
      var bad = mutated(good);
      try {
        var setup = TeamFile.read(bad);
        assertThat(TeamFile.read(TeamFile.write(setup))).as("seed %d", seed).isEqualTo(setup);
      } catch (PortException e) {
        assertThat(e.kind()).isIn(PortException.Kind.MALFORMED, PortException.Kind.REFUSED);
      } catch (RuntimeException | StackOverflowError e) {
        fail("seed %d, round %d: %s".formatted(seed, round, new String(bad, UTF_8)), e);
      }
    }
  }

  private byte[] mutated(byte[] good) {
    var bytes = good.clone();
    for (int times = 1 + random.nextInt(3); times > 0; times--) {
      int at = random.nextInt(bytes.length);
      int length = Math.min(bytes.length - at, 1 + random.nextInt(40));
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
        case 2 -> {
          var longer = Arrays.copyOf(bytes, bytes.length + length);
          System.arraycopy(bytes, at, longer, at + length, bytes.length - at);
          bytes = longer;
        }
        default -> {
          int other = random.nextInt(bytes.length - length + 1);
          System.arraycopy(bytes.clone(), at, bytes, other, length);
        }
      }
    }
    return bytes;
  }

  /// @param place the line and the field that are named
  /// @param reason the key of what is said
  record Hostile(String text, String place, String reason) {}

  static List<Hostile> hostile() {
    return List.of(
        new Hostile("", "1", "team.file.json"),
        new Hostile("nonsense", "1", "team.file.json"),
        new Hostile("[]", "$", "team.file.object"),
        new Hostile("{}", "schema", "team.file.version"),
        new Hostile("{'schema':99,'new':1}", "schema", "team.file.version"),
        new Hostile("{'schema':1.0}", "schema", "team.file.number"),
        new Hostile("{'schema':1e400}", "schema", "team.file.number"),
        new Hostile("{'schema':99999999999999999999}", "$", "team.file.json"),
        new Hostile("{'schema':1}{}", "$", "team.file.trailing"),
        new Hostile("{'schema':1} x", "$", "team.file.json"),
        new Hostile("{'schema':1,'schema':1}", "schema", "team.file.twice"),
        new Hostile("{'schema':1,'hooks':[]}", "hooks", "team.file.unknown"),
        new Hostile("{'schema':1,'sk-ant-secret0123':1}", "?", "team.file.unknown"),
        new Hostile("{'schema':1,'endpoints':" + "[".repeat(5000), "$", "team.file.json"),
        new Hostile("{'schema':1,'endpoints':null}", "endpoints", "team.file.list"),
        new Hostile("{'schema':1,'route':null}", "route", "team.file.object"),
        endpoint("'kind':'vllm','url':'http://a'", "team.file.missing"),
        endpoint("'name':'a','kind':'tgi','url':'http://a'", "team.file.one-of"),
        endpoint("'name':'\u202Ea','kind':'vllm','url':'http://a'", "endpoint.profile.name"),
        endpoint("'name':'раypal','kind':'vllm','url':'http://a'", "endpoint.profile.name"),
        endpoint("'name':'../a','kind':'vllm','url':'http://a'", "endpoint.profile.name"),
        endpoint("'name':'a','kind':'vllm','url':'http://me:pw@a'", "endpoint.url.user"),
        endpoint("'name':'a','kind':'vllm','url':'file:///etc/passwd'", "endpoint.url.scheme"),
        endpoint("'name':'a','kind':'vllm','url':'http://a/v1'", "team.file.url"),
        endpoint("'name':'a','kind':'vllm','url':'http://A'", "team.file.url", true),
        token("'literal':'sk-ant-0123456789'", "endpoint.token.secret"),
        token("'literal':'a','variable':'B'", "team.file.token"),
        token("'variable':'ANTHROPIC_API_KEY'", "endpoint.token.clouds"),
        token("'variable':'ANTHROPIC_FOUNDRY_API_KEY'", "team.token.of-others"),
        token("'variable':'aws_secret_access_key'", "team.token.of-others"),
        token("'variable':'GITHUB_TOKEN'", "team.token.of-others"),
        token("'command':'echo hunter2'", "team.text.told"),
        token("'command':'curl -H Authorization:Bearer abcdefgh'", "team.text.told"),
        token("'command':'cat /home/ann/token'", "team.text.home"),
        token("'command':'get\\u0000token'", "endpoint.token.command"),
        token("'command':'get \\u202etoken'", "team.text.unseen"),
        variant("a", "'FROM /etc/passwd'", "team.variant.file"),
        variant("a", "'FROM ./a.gguf'", "team.variant.file"),
        variant("a", "'FROM ../../a'", "team.variant.file"),
        variant("a", "'FROM ~/a.gguf'", "team.variant.file"),
        variant("a", "'FROM a','ADAPTER ../../x'", "team.variant.file"),
        variant("a", "'FROM a','FROM /x'", "team.variant.file"),
        variant("a", "'FROM a','SYSTEM x\\ny'", "team.text.unseen"),
        variant("a", "'FROM a','SYSTEM \\u200bx'", "team.text.unseen"),
        variant("a", "'FROM a','SYSTEM /Users/ann/x'", "team.text.home"),
        variant("a", "'FROM a','SYSTEM C:\\\\Users\\\\ann'", "team.text.home"),
        variant("a", "'FROM a','SYSTEM sk-ant-0123456789'", "team.text.secret"),
        variant("a", "'NONSENSE a'", "modelfile.error.command"),
        variant("a", "", "modelfile.error"),
        variant("../a", "'FROM a'", "team.variant.name"),
        variant("claude-opus-4-1", "'FROM a'", "team.variant.name"),
        variant("a:cloud", "'FROM a'", "team.variant.name"),
        new Hostile(
            "{'schema':1,'variants':[{'name':'a','modelfile':['FROM b']},"
                + "{'name':'A:latest','modelfile':['FROM b']}]}",
            "$",
            "team.name.twice"),
        route("'endpoint':'nobody','model':'a','contextTokens':1", "team.route.endpoint"),
        route("'model':'a b','contextTokens':1", "team.route.model"),
        route("'model':'--help','contextTokens':1", "team.route.model"),
        route("'model':'a','contextTokens':0", "team.route.context"),
        route("'model':'a','contextTokens':-1", "team.route.context"),
        route("'model':'a','contextTokens':'1'", "team.file.number"),
        route("'model':'a','contextTokens':1,'options':{'slim':'huge'}", "team.file.one-of"),
        route("'model':'a','contextTokens':1,'options':{'x':'y'}", "team.file.unknown"));
  }

  private static Hostile endpoint(String fields, String reason) {
    return endpoint(fields, reason, false);
  }

  private static Hostile endpoint(String fields, String reason, boolean onlyUrl) {
    return new Hostile(
        "{'schema':1,\n'endpoints':[{" + fields + "}]}",
        onlyUrl ? "endpoints[0].url" : "endpoints[0]",
        reason);
  }

  private static Hostile token(String field, String reason) {
    return endpoint("'name':'a','kind':'vllm','url':'http://a','token':{" + field + "}", reason);
  }

  private static Hostile variant(String name, String lines, String reason) {
    return new Hostile(
        "{'schema':1,\n'variants':[{'name':'" + name + "','modelfile':[" + lines + "]}]}",
        "variants[0]",
        reason);
  }

  private static Hostile route(String fields, String reason) {
    return new Hostile("{'schema':1,\n'route':{" + fields + "}}", "", reason);
  }

  @ParameterizedTest
  @MethodSource
  void hostile(Hostile one) {
    var failure = refused(one.text().replace('\'', '"').getBytes(UTF_8));
    assertThat(failure.text().toString()).contains(one.reason(), one.place());
    assertThat(new Texts(Locale.ENGLISH).text(failure.text()))
        .contains("Nothing was changed")
        .doesNotContain("sk-ant", "hunter2", "passwd", "pw@");
  }

  @Test
  void aFileThatPeopleAndProgramsReadDifferentlyIsRefused() {
    var good = "{\"schema\":1}";
    for (var bytes :
        List.of(
            good.getBytes(UTF_16),
            ("\uFEFF" + good).getBytes(UTF_8),
            (good + "\0").getBytes(UTF_8),
            new byte[] {'{', (byte) 0xC0, (byte) 0x80, '}'})) {
      assertThat(refused(bytes).text().key()).isEqualTo("team.file.encoding");
    }
    var huge = new byte[TeamFile.LARGEST + 1];
    Arrays.fill(huge, (byte) ' ');
    assertThat(refused(huge).text().key()).isEqualTo("team.file.large");
  }

  @Test
  void aPrivateKeyBesideCertificatesStaysWhereItIs() throws PortException {
    var text =
        "-----BEGIN PRIVATE KEY-----\nMAMCAQE=\n-----END PRIVATE KEY-----\r\n"
            + String.join("\r\n", TeamSamples.PEM);
    assertThat(Certificates.in(text).lines()).isEqualTo(TeamSamples.PEM);
    assertThat(catchThrowable(() -> Certificates.of(List.of("x"))))
        .isInstanceOf(PortException.class);
  }

  private static PortException refused(byte[] content) {
    var failure = catchThrowable(() -> TeamFile.read(content));
    assertThat(failure).isInstanceOf(PortException.class);
    return (PortException) failure;
  }

  private <T> List<T> shuffled(List<T> all) {
    var mixed = new ArrayList<>(all);
    Collections.shuffle(mixed, random);
    return mixed;
  }
}
