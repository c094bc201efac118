package dev.switchyard.ui.modelfile;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.modelfile.ModelfileStore;
import dev.switchyard.ui.task.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// Keeps what was typed and not saved in a folder of its own, so that it is there again after the
/// window was closed.
final class DraftKeeper implements AutoCloseable {
  private static final Duration INTERVAL = Duration.ofSeconds(3);

  private final Tasks tasks;
  private final ModelfileStore store;
  private final Consumer<PortException> onTrouble;
  private final Tasks.Poll poll;
  private final Map<String, Draft> changed = new ConcurrentHashMap<>();
  private final Set<String> kept = ConcurrentHashMap.newKeySet();

  /// @param store a folder for drafts only
  DraftKeeper(Tasks tasks, ModelfileStore store, Consumer<PortException> onTrouble) {
    this.tasks = tasks;
    this.store = store;
    this.onTrouble = onTrouble;
    this.poll = tasks.poll(INTERVAL, _ -> write(), _ -> {}, onTrouble);
  }

  /// The draft is as it stands now.
  void note(Draft draft) {
    if (!draft.key().isEmpty()) {
      changed.put(draft.key(), draft);
    }
  }

  /// The same document with the text that was left when the program was last used. Blocks.
  Draft restored(Draft opened) throws PortException {
    var left = store.read(opened.key());
    if (left.isEmpty()) {
      return opened;
    }
    kept.add(opened.key());
    return opened.with(left.get().modelfile());
  }

  void setShown(boolean shown) {
    poll.setPaused(!shown);
    if (!shown) {
      tasks.run(_ -> write(), _ -> {}, onTrouble);
    }
  }

  /// Writes what is not saved elsewhere and removes what is.
  private int write() throws PortException {
    int written = 0;
    for (var draft : List.copyOf(changed.values())) {
      // Taken out before it is written: what is typed meanwhile comes in again.
      changed.remove(draft.key(), draft);
      if (draft.isEdited()) {
        store.save(draft.key(), draft.modelfile(), store.read(draft.key()));
        kept.add(draft.key());
        written++;
      } else if (kept.remove(draft.key())) {
        // Only what is known to be settled: a document that was just opened may have a draft not
        // read yet.
        store.delete(draft.key());
      }
    }
    return written;
  }

  /// Keeps the last of what was typed. Blocks: the window is gone, and the program may end next.
  @Override
  public void close() {
    poll.close();
    try {
      write();
    } catch (PortException e) {
      onTrouble.accept(e);
    }
  }
}
