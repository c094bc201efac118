package dev.switchyard.domain.team;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.profile.EndpointProfile;
import dev.switchyard.domain.endpoint.profile.EndpointStore;
import dev.switchyard.domain.modelfile.ModelfileStore;
import dev.switchyard.domain.route.Scope;
import dev.switchyard.domain.route.SwitchRoute;
import dev.switchyard.domain.team.ImportJournal.ChangedEndpoint;
import dev.switchyard.domain.team.ImportJournal.ChangedVariant;
import dev.switchyard.domain.team.TeamReview.Change;
import dev.switchyard.domain.team.TeamReview.EndpointItem;
import dev.switchyard.domain.team.TeamReview.RouteItem;
import dev.switchyard.domain.team.TeamReview.VariantItem;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The use case of taking over what a team shares: first a review to look at, then what was looked
/// at, all of it or nothing, and then back again if the person wants that.
public final class ImportTeamSetup {
  private final EndpointStore endpoints;
  private final ModelfileStore modelfiles;
  private final CertificateStore certificates;
  private final ImportedRoute routes;
  private final SwitchRoute switchRoute;
  private final ImportJournal journal;

  public ImportTeamSetup(
      EndpointStore endpoints,
      ModelfileStore modelfiles,
      CertificateStore certificates,
      ImportedRoute routes,
      SwitchRoute switchRoute,
      ImportJournal journal) {
    this.endpoints = endpoints;
    this.modelfiles = modelfiles;
    this.certificates = certificates;
    this.routes = routes;
    this.switchRoute = switchRoute;
    this.journal = journal;
  }

  /// @param project whose route the file's is to be; empty to leave the route out
  /// @param scope which settings file to write; empty for the person's own, unless the shared one
  ///   says it already
  /// @throws PortException where this machine's own files cannot be read, and as [SwitchRoute#plan]
  public TeamReview review(TeamSetup setup, Optional<Path> project, Optional<Scope> scope)
      throws PortException {
    var known = endpoints.all();
    var endpointItems = new ArrayList<EndpointItem>();
    for (var wanted : setup.endpoints()) {
      endpointItems.add(item(wanted, known));
    }
    var variantItems = new ArrayList<VariantItem>();
    for (var wanted : setup.variants()) {
      variantItems.add(item(wanted));
    }
    var route =
        setup.route().isPresent()
            ? Optional.of(routes.review(setup, setup.route().get(), project, scope))
            : Optional.<RouteItem>empty();
    return new TeamReview(setup, endpointItems, variantItems, route);
  }

  private EndpointItem item(SharedEndpoint wanted, List<EndpointProfile> known)
      throws PortException {
    var before = known.stream().filter(one -> one.name().equals(wanted.name())).findFirst();
    if (before.isEmpty()) {
      return new EndpointItem(wanted, before, Change.ADDED, "");
    }
    var shared = ProfileSharing.share(before.get(), certificates);
    var change = shared.equals(wanted) ? Change.SAME : Change.CHANGED;
    return new EndpointItem(wanted, before, change, TeamFile.text(shared));
  }

  private VariantItem item(SharedVariant wanted) throws PortException {
    var saved = modelfiles.read(wanted.name()).map(ModelfileStore.Saved::modelfile);
    if (saved.isEmpty()) {
      return new VariantItem(wanted, Optional.empty(), Change.ADDED);
    }
    var change = wanted.isSameAs(saved.get()) ? Change.SAME : Change.CHANGED;
    return new VariantItem(wanted, Optional.of(saved.get().text()), change);
  }

  /// Carries out what somebody has looked at.
  ///
  /// @throws PortException REFUSED where consent is missing; CONFLICT where something changed since
  ///   the review; and what writing gives. Everything is then as it was
  public void apply(TeamReview review, Consent consent) throws PortException {
    var missing = review.missing(consent);
    if (!missing.isEmpty()) {
      throw new PortException(PortException.Kind.REFUSED, missing.getFirst());
    }
    if (!review(review.setup(), Optional.empty(), Optional.empty()).isSameAs(review)) {
      throw new PortException(PortException.Kind.CONFLICT, Message.of("team.changed-since-shown"));
    }
    if (!review.changesNothing()) {
      applyAll(review, entry(review));
    }
  }

  private ImportJournal.Entry entry(TeamReview review) throws PortException {
    var changedEndpoints = new ArrayList<ChangedEndpoint>();
    for (var item : review.endpoints()) {
      if (item.change() != Change.SAME) {
        var file = item.wanted().certificates().map(certificates::place);
        changedEndpoints.add(new ChangedEndpoint(item.before(), item.wanted().profile(file)));
      }
    }
    var changedVariants =
        review.variants().stream()
            .filter(item -> item.change() != Change.SAME)
            .map(item ->
                new ChangedVariant(item.name(), item.before(), item.wanted().modelfile().text()))
            .toList();
    return new ImportJournal.Entry(changedEndpoints, changedVariants, Optional.empty());
  }

  /// The journal is first: a process that dies in the middle leaves what can be taken back.
  private void applyAll(TeamReview review, ImportJournal.Entry entry) throws PortException {
    var earlier = journal.last();
    journal.save(Optional.of(entry));
    try {
      keepCertificates(review.setup());
      new KeptChanges(endpoints, modelfiles).make(entry);
      var plan = review.route().flatMap(RouteItem::plan).filter(each -> !each.changesNothing());
      if (plan.isPresent()) {
        switchRoute.apply(
            plan.get(), coming -> journal.save(Optional.of(entry.switchedAt(coming.at()))));
      }
    } catch (PortException | RuntimeException e) {
      restore(entry, earlier, e);
      throw e;
    }
  }

  private void keepCertificates(TeamSetup setup) throws PortException {
    for (var wanted : setup.endpoints()) {
      if (wanted.certificates().isPresent()) {
        certificates.keep(wanted.certificates().get());
      }
    }
  }

  /// Where that fails as well, the journal still knows what is to be taken back.
  private void restore(
      ImportJournal.Entry entry, Optional<ImportJournal.Entry> earlier, Exception reason) {
    try {
      takeBack(journal.last().orElse(entry));
      journal.save(earlier);
    } catch (PortException e) {
      reason.addSuppressed(e);
    }
  }

  /// Takes the last import back, and the switch of the route that came with it where no other one
  /// has followed. What somebody has changed since stays.
  ///
  /// @return what stays and why; empty where nothing was imported
  /// @throws PortException where a file cannot be read or written
  public Optional<List<Message>> undo() throws PortException {
    var entry = journal.last();
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    var notes = takeBack(entry.get());
    journal.save(Optional.empty());
    return Optional.of(notes);
  }

  private List<Message> takeBack(ImportJournal.Entry entry) throws PortException {
    var notes = new ArrayList<Message>();
    if (entry.switched().isPresent()) {
      notes.addAll(takeBackSwitch(entry.switched().get()));
    }
    notes.addAll(new KeptChanges(endpoints, modelfiles).takeBack(entry));
    return notes;
  }

  /// A process that died may have noted a switch and never done it.
  private List<Message> takeBackSwitch(Instant at) throws PortException {
    var undone = switchRoute.undo(at);
    if (undone.isPresent()) {
      return undone.get().notes();
    }
    boolean isFollowed =
        switchRoute.remembered().switches().stream().anyMatch(one -> !one.at().isBefore(at));
    return isFollowed ? List.of(Message.of("team.undo.route-stays")) : List.of();
  }
}
