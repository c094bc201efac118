package dev.switchyard.domain.model;

import dev.switchyard.domain.Bytes;
import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.PortException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Use case: pulls a model, but not onto a disk that is too small for it. The server itself does
/// not look before the disk is full.
public final class PullModel {
  private final ModelServer server;
  private final FreeSpace disk;

  public PullModel(ModelServer server, FreeSpace disk) {
    this.server = server;
    this.disk = disk;
  }

  /// @throws PortException NO_SPACE before anything is transferred where the catalogue knows the
  ///   size, otherwise as soon as the server names it; and as [ModelServer#pull]
  public void pull(ModelName name, Consumer<TransferProgress> progress, Cancellation cancellation)
      throws PortException {
    if (PullSuggestions.isCloud(name)) {
      throw new PortException(Kind.REFUSED, Message.of("models.pull.cloud", name.shortText()));
    }
    refuseIfTooLarge(name);
    var guard = new SpaceGuard(progress, cancellation);
    try {
      server.pull(name, guard, guard);
    } catch (PortException e) {
      throw guard.tooLarge().orElse(e);
    }
  }

  /// A broken-off pull has part of the size on disk already, which only the server can tell: then
  /// it decides.
  private void refuseIfTooLarge(ModelName name) throws PortException {
    var entry = Catalogue.find(name);
    if (entry.isEmpty()
        || disk.holdsBrokenOffPulls(server.url())
        || server.installed().stream().anyMatch(model -> model.name().equals(name))) {
      return;
    }
    var failure = check(entry.get().bytes());
    if (failure.isPresent()) {
      throw failure.get();
    }
  }

  private Optional<PortException> check(long neededBytes) {
    return switch (disk.forModelsOf(server.url())) {
      case Known.Value<Long>(var free) when free < neededBytes ->
          Optional.of(
              new PortException(
                  Kind.NO_SPACE,
                  Message.of("models.pull.no-space", new Bytes(neededBytes), new Bytes(free))));
      default -> Optional.empty();
    };
  }

  /// Watches what the server says that it will transfer, and stops it when that does not fit.
  private final class SpaceGuard implements Consumer<TransferProgress>, Cancellation {
    private final Consumer<TransferProgress> progress;
    private final Cancellation wish;
    private final List<Runnable> stops = new ArrayList<>();
    private int layersChecked;
    private Optional<PortException> tooLarge = Optional.empty();

    SpaceGuard(Consumer<TransferProgress> progress, Cancellation wish) {
      this.progress = progress;
      this.wish = wish;
    }

    Optional<PortException> tooLarge() {
      return tooLarge;
    }

    @Override
    public void accept(TransferProgress step) {
      progress.accept(step);
      if (step.layers().size() > layersChecked) {
        layersChecked = step.layers().size();
        tooLarge = check(step.totalBytes() - step.completedBytes());
        if (tooLarge.isPresent()) {
          stops.forEach(Runnable::run);
        }
      }
    }

    @Override
    public boolean requested() {
      return tooLarge.isPresent() || wish.requested();
    }

    @Override
    public void onRequest(Runnable stop) {
      stops.add(stop);
      wish.onRequest(stop);
    }
  }
}
