package dev.switchyard.adapter.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.probe.AnswerFailure;
import dev.switchyard.domain.probe.CredentialKind;
import dev.switchyard.domain.probe.Difference;
import dev.switchyard.domain.probe.EndpointEvidence;
import dev.switchyard.domain.probe.Proof;
import dev.switchyard.domain.probe.WhatSeen;
import dev.switchyard.domain.probe.WhereSeen;
import dev.switchyard.domain.route.Destination;
import dev.switchyard.domain.route.Layer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProofFilesTest {
  private static final Path FOLDER = Path.of("/home/ada/src/billing é");

  @TempDir Path state;
  private ProofFiles files;

  @BeforeEach
  void open() {
    files = new ProofFiles(state);
  }

  @Test
  void aProofIsReadAsItWasWritten() throws PortException {
    var difference =
        new Difference(
            "settings-invalid",
            Optional.of(Layer.PROJECT),
            Message.of("route.problem.settings-invalid", Message.of("settings.bad", "3"), "x"));
    var proof = proof(List.of(difference), Optional.empty());

    files.save(proof);

    assertThat(files.find(FOLDER)).contains(proof);
    assertThat(files.find(Path.of("/elsewhere"))).isEmpty();
  }

  @Test
  void whatAServerSaidIsNotKept() throws PortException, IOException {
    var said = "API Error: 400 you asked me: rhubarb";
    var failure = AnswerFailure.of(Optional.of(400), "", said);
    var difference =
        new Difference(
            "answer-failed",
            Optional.empty(),
            Message.of("verify.difference.answer-failed", "localhost:1", said));

    files.save(proof(List.of(difference), Optional.of(failure)));

    var kept = onlyFile();
    assertThat(Files.readString(kept)).doesNotContain("rhubarb");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
        .isEqualTo("rw-------");
    assertThat(files.find(FOLDER).orElseThrow().differences().getFirst().text().arguments())
        .containsExactly("localhost:1", "…");
  }

  @Test
  void whatCannotBeReadProvesNothing() throws PortException, IOException {
    files.save(proof(List.of(), Optional.empty()));
    for (var broken :
        List.of("", "{", "[]", "{\"folder\":7}", "{\"folder\":\"/x\",\"at\":\"no\"}")) {
      Files.writeString(onlyFile(), broken);

      assertThat(files.find(FOLDER)).as(broken).isEmpty();
    }
  }

  private Path onlyFile() throws IOException {
    try (var all = Files.list(state.resolve("proofs"))) {
      return all.findFirst().orElseThrow();
    }
  }

  private static Proof proof(List<Difference> differences, Optional<AnswerFailure> failure) {
    var where =
        new WhereSeen(
            "agent",
            Optional.of(false),
            Optional.of("msg_1"),
            List.of("agent"),
            Optional.of(15_432L),
            Optional.of(65_536),
            Optional.of(Duration.ofMillis(1500)),
            Duration.ofMillis(1700),
            new EndpointEvidence.Moved("agent"),
            failure);
    var what =
        new WhatSeen(
            List.of("agent", "other"),
            Map.of("authorization", CredentialKind.PLACEHOLDER),
            49_172,
            8,
            5,
            Optional.of("tools"));
    return new Proof(
        FOLDER,
        "ab12",
        Instant.parse("2026-11-23T14:05:00Z"),
        Path.of("/usr/bin/claude"),
        "2.1.330",
        Destination.LOCAL,
        Known.of(where),
        Known.of(what),
        differences);
  }
}
