package dev.switchyard.ui.modelfile;

import dev.switchyard.domain.model.ModelDescription;
import dev.switchyard.domain.modelfile.Modelfile;
import dev.switchyard.domain.modelfile.ModelfileStore.Saved;
import dev.switchyard.domain.modelfile.Template;
import java.util.Optional;

/// A document as it is put on the desk or away from it. Nothing that a person typed is lost in
/// between.
///
/// @param key what was opened; the same thing opened again continues the draft
/// @param name the variant's name as typed
/// @param modelfile the text as it is now
/// @param origin what Revert goes back to
/// @param saved what stands in the folder under this name
/// @param built what the server has under the name that it was opened with, or built as
record Draft(
    String key,
    String name,
    Modelfile modelfile,
    Modelfile origin,
    Optional<Saved> saved,
    Optional<ModelDescription> built) {

  static Draft of(Template template) {
    return new Draft(
        "template:" + template.name(),
        template.name(),
        template.modelfile(),
        template.modelfile(),
        Optional.empty(),
        Optional.empty());
  }

  static Draft of(Saved saved, Optional<ModelDescription> built) {
    return new Draft(
        keyOf(saved.name()),
        saved.name(),
        saved.modelfile(),
        saved.modelfile(),
        Optional.of(saved),
        built);
  }

  /// @param opened the installed model
  /// @param name the name that the variant shall have
  static Draft ofInstalled(String opened, String name, Modelfile shown) {
    return new Draft(
        keyOfInstalled(opened), name, shown, shown, Optional.empty(), Optional.empty());
  }

  static String keyOf(String name) {
    return "model:" + name;
  }

  static String keyOfInstalled(String name) {
    return "installed:" + name;
  }

  Draft against(Optional<Saved> nowSaved, Optional<ModelDescription> nowBuilt) {
    return new Draft(key, name, modelfile, origin, nowSaved, nowBuilt);
  }

  Draft with(Modelfile text) {
    return new Draft(key, name, text, origin, saved, built);
  }

  boolean isEdited() {
    return !modelfile.equals(origin);
  }
}
