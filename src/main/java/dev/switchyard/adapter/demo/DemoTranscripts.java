package dev.switchyard.adapter.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Transcripts of some weeks' work, as Claude Code writes them, but for all that was said.
public final class DemoTranscripts {
  private static final int DAYS = 26;
  private static final long SEED = 7;
  private static final String BASE_58 =
      "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  private static final int CLOUD_ID_LENGTH = 22;

  private DemoTranscripts() {}

  /// What is done in a project on a working day.
  ///
  /// @param local whether a model of this machine does it
  /// @param most answers at most
  /// @param prompt tokens of a usual prompt
  private record Habit(String project, String model, boolean local, int most, int prompt) {}

  private static final List<Habit> HABITS =
      List.of(
          new Habit("billing-service", "gemma4-claude", true, 95, 31_000),
          new Habit("notes", "gemma4-claude", true, 30, 22_500),
          new Habit("website", "gemma4:26b", true, 24, 27_000),
          new Habit("website", "claude-sonnet-5", false, 40, 34_000));

  /// @param home below which the projects are, in `src`
  /// @param now the day that is the last
  public static void write(Path home, Instant now) throws IOException {
    for (int number = 0; number < HABITS.size(); number++) {
      write(home, now, HABITS.get(number), number);
    }
  }

  private static void write(Path home, Instant now, Habit habit, int number) throws IOException {
    var random = new Random(SEED + number);
    var project = home.resolve("src").resolve(habit.project()).toAbsolutePath();
    var text = new StringBuilder();
    for (int back = DAYS; back >= 0; back--) {
      var day = now.minus(Duration.ofDays(back));
      int answers = answers(day, habit, random);
      for (int i = 0; i < answers; i++) {
        var at = day.minusSeconds(random.nextInt(1, 600));
        text.append(line(habit, project, at, random));
      }
    }
    var folder =
        home.resolve(".claude/projects")
            .resolve(project.toString().replaceAll("[^A-Za-z0-9]", "-"));
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("demo-" + number + ".jsonl"), text);
  }

  private static int answers(Instant day, Habit habit, Random random) {
    var weekday = day.atZone(ZoneOffset.UTC).getDayOfWeek();
    boolean isWeekend = weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY;
    return isWeekend ? random.nextInt(4) : random.nextInt(habit.most() / 4, habit.most());
  }

  private static String line(Habit habit, Path project, Instant at, Random random) {
    int prompt = habit.prompt() + random.nextInt(habit.prompt());
    int output = random.nextInt(60, 900);
    // The cloud reads most of a prompt from its cache; Ollama counts all of it as new.
    int cached = habit.local() ? 0 : prompt - 2_000;
    int written = habit.local() ? 0 : 1_700;
    return """
    {"type":"assistant","isSidechain":false,"message":{"id":"%s","model":"%s",\
    "stop_reason":"end_turn","usage":{"input_tokens":%d,"cache_read_input_tokens":%d,\
    "cache_creation_input_tokens":%d,"output_tokens":%d}},"timestamp":"%s","cwd":"%s"}
    """
        .formatted(
            id(habit, random),
            habit.model(),
            prompt - cached - written,
            cached,
            written,
            output,
            at,
            project.toString().replace("\\", "\\\\"));
  }

  private static String id(Habit habit, Random random) {
    if (habit.local()) {
      return String.format(
          Locale.ROOT, "msg_%08x%08x%08x", random.nextInt(), random.nextInt(), random.nextInt());
    }
    var id = new StringBuilder("msg_01");
    for (int i = 0; i < CLOUD_ID_LENGTH; i++) {
      id.append(BASE_58.charAt(random.nextInt(BASE_58.length())));
    }
    return id.toString();
  }
}
