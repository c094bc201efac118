package dev.switchyard.adapter.file;

import dev.switchyard.adapter.json.JsonTree;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.truth.Lesson;
import dev.switchyard.domain.truth.LessonStore;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What was learned from loads, in the private file `loads.json` of Switchyard's state folder.
public final class LessonFile implements LessonStore {

  private final Path file;

  /// @param state Switchyard's state folder
  public LessonFile(Path state) {
    this.file = state.resolve("loads.json");
  }

  @Override
  public List<Lesson> load() throws PortException {
    var content = AtomicFiles.read(file);
    if (content.isEmpty()) {
      return List.of();
    }
    try {
      return JsonTree.read(content.get()).required("loads").values().stream()
          .map(LessonFile::lesson)
          .toList();
    } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
      throw new PortException(
          PortException.Kind.MALFORMED, Message.of("truth.unreadable", file.toString()), e);
    }
  }

  @Override
  public void save(List<Lesson> lessons) throws PortException {
    var root = JsonNodeFactory.instance.objectNode();
    var loads = root.putArray("loads");
    lessons.forEach(lesson -> write(loads.addObject(), lesson));
    AtomicFiles.writePrivate(
        file, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(root));
  }

  private static void write(ObjectNode node, Lesson lesson) {
    var subject = lesson.subject();
    node.put("architecture", subject.architecture())
        .put("engine", subject.engine())
        .put("kvType", subject.kvType())
        .put("slots", subject.slots())
        .put("batch", subject.batch())
        .put("onGpu", subject.onGpu())
        .put("weights", lesson.weights())
        .put("model", lesson.model())
        .put("contextLength", lesson.contextLength())
        .put("predictedBytes", lesson.predictedBytes())
        .put("growingBytes", lesson.growingBytes())
        .put("actualBytes", lesson.actualBytes())
        .put("at", lesson.at().toString());
  }

  private static Lesson lesson(JsonNode node) {
    return new Lesson(
        new Lesson.Subject(
            node.required("architecture").stringValue(),
            node.required("engine").stringValue(),
            node.required("kvType").stringValue(),
            node.required("slots").intValue(),
            node.required("batch").intValue(),
            node.required("onGpu").booleanValue()),
        node.required("weights").stringValue(),
        node.required("model").stringValue(),
        node.required("contextLength").intValue(),
        node.required("predictedBytes").longValue(),
        node.required("growingBytes").longValue(),
        node.required("actualBytes").longValue(),
        Instant.parse(node.required("at").stringValue()));
  }
}
