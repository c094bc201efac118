package dev.switchyard.domain.team;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.profile.EndpointStore;
import dev.switchyard.domain.modelfile.Modelfile;
import dev.switchyard.domain.modelfile.ModelfileStore;
import dev.switchyard.domain.team.ImportJournal.ChangedEndpoint;
import dev.switchyard.domain.team.ImportJournal.ChangedVariant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes the changes that a journal's entry names, and takes them back, wherever that broke off.
final class KeptChanges {
  private final EndpointStore endpoints;
  private final ModelfileStore modelfiles;

  KeptChanges(EndpointStore endpoints, ModelfileStore modelfiles) {
    this.endpoints = endpoints;
    this.modelfiles = modelfiles;
  }

  void make(ImportJournal.Entry entry) throws PortException {
    for (var changed : entry.endpoints()) {
      endpoints.put(changed.after());
    }
    for (var changed : entry.variants()) {
      var saved = modelfiles.read(changed.name());
      modelfiles.save(changed.name(), Modelfile.parse(changed.after()), saved);
    }
  }

  /// @return what stays, because somebody has changed it since
  List<Message> takeBack(ImportJournal.Entry entry) throws PortException {
    var notes = new ArrayList<Message>();
    for (var changed : entry.variants().reversed()) {
      if (!takeBack(changed)) {
        notes.add(Message.of("team.undo.stays", changed.name()));
      }
    }
    for (var changed : entry.endpoints().reversed()) {
      if (!takeBack(changed)) {
        notes.add(Message.of("team.undo.stays", changed.after().name()));
      }
    }
    return notes;
  }

  private boolean takeBack(ChangedEndpoint changed) throws PortException {
    var name = changed.after().name();
    var now = endpoints.all().stream().filter(one -> one.name().equals(name)).findFirst();
    if (now.equals(changed.before())) {
      return true;
    }
    if (!now.equals(Optional.of(changed.after()))) {
      return false;
    }
    if (changed.before().isPresent()) {
      endpoints.put(changed.before().get());
    } else {
      endpoints.remove(name);
    }
    return true;
  }

  private boolean takeBack(ChangedVariant changed) throws PortException {
    var saved = modelfiles.read(changed.name());
    var now = saved.map(ModelfileStore.Saved::modelfile).map(Modelfile::text);
    if (now.equals(changed.before())) {
      return true;
    }
    if (!now.equals(Optional.of(changed.after()))) {
      return false;
    }
    if (changed.before().isPresent()) {
      modelfiles.save(changed.name(), Modelfile.parse(changed.before().get()), saved);
    } else {
      modelfiles.delete(changed.name());
    }
    return true;
  }
}
