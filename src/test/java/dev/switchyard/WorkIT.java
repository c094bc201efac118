package dev.switchyard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.process.FollowedLog;
import dev.switchyard.domain.Home;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.Surroundings;
import dev.switchyard.domain.endpoint.Version;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.setup.ServerState;
import dev.switchyard.domain.work.FollowWork;
import dev.switchyard.domain.work.RequestStage;
import dev.switchyard.domain.work.RequestStage.Loading;
import dev.switchyard.domain.work.RequestStage.Reading;
import dev.switchyard.domain.work.RequestStage.Resting;
import dev.switchyard.fake.ImmediateTasks;
import dev.switchyard.real.RealOllama;
import dev.switchyard.ui.work.WorkViewModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleObjectProperty;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What the window sees of a long first prompt that somebody else sends straight to the real
/// Ollama. The poll has its turns as fast as this test gives them.
@EnabledOnOs(OS.LINUX)
class WorkIT {
  /// Some 16,000 tokens of the test model's.
  private static final int WORDS = 5_200;

  @TempDir private Path folder;

  @Test
  void theWindowSeesTheModelLoadAndThePromptBeingReadUntilTheServerRests() throws Exception {
    try (var ollama = RealOllama.start(Files.createDirectory(folder.resolve("ollama")))) {
      ollama.buildAgent(ModelName.of("agent"));
      var tasks = new ImmediateTasks();
      var surroundings = new Surroundings(OperatingSystem.LINUX, Map.of(), folder);
      var home = Home.below(folder.resolve("home"));
      var work =
          new FollowWork(url -> new FollowedLog(url, surroundings, home, InstantSource.system()));
      var running =
          new ServerState.Running(ollama.url(), Version.parse(RealOllama.VERSION).orElseThrow());
      var model = new WorkViewModel(tasks, work, new SimpleObjectProperty<>(Optional.of(running)));
      var seen = new ArrayList<RequestStage>();
      model.setWindowShown(true);
      model.stageProperty().subscribe(now -> seen.add(now));
      assertThat(seen).containsExactly(new Resting());
      assertThat(work.look(ollama.url()).toOptional()).as(ollama.log()).isPresent();

      var answer = CompletableFuture.supplyAsync(() -> status(prompt(ollama)));
      while (!answer.isDone()) {
        tasks.turn();
      }
      assertThat(answer.join()).as(ollama.log()).isEqualTo(200);
      // The log's last line comes after the answer.
      while (model.stageProperty().get().isBusy()) {
        tasks.turn();
      }

      assertThat(seen).as(ollama.log()).hasAtLeastOneElementOfType(Loading.class);
      assertThat(seen.getLast()).isEqualTo(new Resting());
      var readings =
          seen.stream().filter(Reading.class::isInstance).map(Reading.class::cast).toList();
      assertThat(readings).as(ollama.log()).hasSizeGreaterThan(2);
      assertThat(readings).extracting(Reading::of).containsOnly(readings.getFirst().of());
      assertThat(readings.getFirst().of()).isBetween(15_000L, 18_000L);
      assertThat(readings).extracting(Reading::tokens).isSorted();
      assertThat(indexOf(seen, Loading.class)).isLessThan(indexOf(seen, Reading.class));
    }
  }

  private static int indexOf(List<RequestStage> seen, Class<? extends RequestStage> kind) {
    return IntStream.range(0, seen.size())
        .filter(each -> kind.isInstance(seen.get(each)))
        .findFirst()
        .orElseThrow();
  }

  private static Request prompt(RealOllama ollama) {
    var words =
        IntStream.range(0, WORDS).mapToObj(number -> "w" + number).collect(Collectors.joining(" "));
    var body =
        """
        {"model":"agent","max_tokens":20,"messages":[{"role":"user","content":"%s"}]}
        """
            .formatted(words);
    return new Request.Builder()
        .url(ollama.url() + "/v1/messages")
        .post(RequestBody.create(body, MediaType.get("application/json")))
        .build();
  }

  private static int status(Request request) {
    var client = new OkHttpClient.Builder().readTimeout(Duration.ofMinutes(2)).build();
    try (var response = client.newCall(request).execute()) {
      return response.code();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
