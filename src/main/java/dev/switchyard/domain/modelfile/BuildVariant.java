package dev.switchyard.domain.modelfile;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.model.Capability;
import dev.switchyard.domain.model.ModelDescription;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.model.TransferProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Use case: builds a model from a Modelfile and proves that the server has what was asked for.
///
/// The server itself checks little: it would pull a base that is not installed, store a parameter
/// of the wrong type, and clamp a context length without a word. All that is refused or verified
/// here.
public final class BuildVariant {
  private final ModelServer server;

  public BuildVariant(ModelServer server) {
    this.server = server;
  }

  /// What came of it.
  public sealed interface Result {
    /// Nothing was sent to the server.
    ///
    /// @param aboutName what is wrong with the name
    /// @param aboutFile what is wrong with the Modelfile; one of both holds an error
    record Refused(List<Problem> aboutName, List<Problem> aboutFile) implements Result {}

    /// @param description what the server has now
    /// @param differences where that is not what the Modelfile says; empty when all is as asked
    /// @param warnings what the person should know about name and file
    record Built(
        ModelDescription description, List<BuiltDifference> differences, List<Problem> warnings)
        implements Result {
      /// Whether it can call tools, without which Claude Code cannot work.
      public boolean canDriveClaudeCode() {
        return description.capabilities().contains(Capability.TOOLS);
      }
    }
  }

  /// @param name the variant's name as typed
  /// @param folders where relative paths in the file begin
  /// @param progress told of every step, on the calling thread
  /// @throws PortException MISSING where the base is not installed, and all that building and
  ///   describing throw
  public Result build(
      String name,
      Modelfile file,
      Folders folders,
      Consumer<TransferProgress> progress,
      Cancellation cancellation)
      throws PortException {
    var aboutName = VariantName.check(name, BuildPlan.base(file));
    var aboutFile = ModelfileCheck.of(file, BaseModel.UNKNOWN);
    if (hasError(aboutName) || hasError(aboutFile)) {
      return new Result.Refused(aboutName, aboutFile);
    }
    aboutFile = ModelfileCheck.of(file, installedBase(file));
    if (hasError(aboutFile)) {
      return new Result.Refused(aboutName, aboutFile);
    }
    var request = BuildPlan.of(ModelName.of(name), file, folders);
    server.build(request, progress, cancellation);
    var built = server.describe(request.name());
    return new Result.Built(
        built,
        BuiltDifference.between(file, Modelfile.parse(built.modelfile())),
        joined(aboutName, aboutFile));
  }

  /// Empty knowledge for a FROM that names files; the server has nothing to say of them before the
  /// build.
  private BaseModel installedBase(Modelfile file) throws PortException {
    var base = BuildPlan.base(file);
    if (base.isEmpty()) {
      return BaseModel.UNKNOWN;
    }
    try {
      return BaseModel.of(server.describe(base.get()));
    } catch (PortException e) {
      if (e.kind() == PortException.Kind.MISSING) {
        throw new PortException(
            PortException.Kind.MISSING, Message.of("modelfile.baseMissing", base.get()), e);
      }
      throw e;
    }
  }

  private static boolean hasError(List<Problem> problems) {
    return problems.stream().anyMatch(Problem::isError);
  }

  private static List<Problem> joined(List<Problem> first, List<Problem> second) {
    var all = new ArrayList<>(first);
    all.addAll(second);
    return List.copyOf(all);
  }
}
