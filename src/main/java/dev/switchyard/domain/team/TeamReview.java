package dev.switchyard.domain.team;

import dev.switchyard.domain.FileChange;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.endpoint.profile.EndpointProfile;
import dev.switchyard.domain.route.RoutePlan;
import dev.switchyard.domain.route.text.LineDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What taking a shared file over would change on this machine, to be looked at before it is done.
///
/// @param route empty where the file has none
public record TeamReview(
    TeamSetup setup,
    List<EndpointItem> endpoints,
    List<VariantItem> variants,
    Optional<RouteItem> route) {
  private static final int CONTEXT = 3;

  public TeamReview {
    endpoints = List.copyOf(endpoints);
    variants = List.copyOf(variants);
  }

  /// What happens to one thing of the person's.
  public enum Change {
    ADDED,
    /// Something else of that name is there.
    CHANGED,
    SAME;

    /// As scripts name it.
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// One thing that the file holds.
  public sealed interface Item {
    /// As scripts name it: `endpoint`, `variant` or `route`.
    String kind();

    /// As the file holds it.
    SharedPart wanted();

    Change change();

    default String name() {
      return wanted().name();
    }

    default List<Mark> marks() {
      return wanted().marks();
    }

    /// Line by line what stands there and what would; credentials are masked.
    List<LineDiff.Line> difference();
  }

  /// @param before what the person has under that name
  public record EndpointItem(
      SharedEndpoint wanted, Optional<EndpointProfile> before, Change change, String textBefore)
      implements Item {
    @Override
    public String kind() {
      return "endpoint";
    }

    @Override
    public List<LineDiff.Line> difference() {
      return LineDiff.of(textBefore, TeamFile.text(wanted), CONTEXT);
    }

    /// The token that this machine would send from then on, and does not send already.
    public Optional<TokenUse> newTokenUse() {
      return change == Change.SAME ? Optional.empty() : wanted.tokenUse();
    }
  }

  /// @param before the Modelfile that the person has under that name
  public record VariantItem(SharedVariant wanted, Optional<String> before, Change change)
      implements Item {
    @Override
    public String kind() {
      return "variant";
    }

    @Override
    public List<LineDiff.Line> difference() {
      return LineDiff.of(before.orElse(""), wanted.modelfile().text(), CONTEXT);
    }
  }

  /// @param plan what it means for the project; empty where no project is named
  /// @param url where the requests go
  public record RouteItem(SharedRoute wanted, String url, Optional<RoutePlan> plan)
      implements Item {
    @Override
    public String kind() {
      return "route";
    }

    @Override
    public String name() {
      return wanted.model();
    }

    @Override
    public Change change() {
      return plan.isPresent() && plan.get().changesNothing() ? Change.SAME : Change.CHANGED;
    }

    @Override
    public List<Mark> marks() {
      return wanted.marks();
    }

    @Override
    public List<LineDiff.Line> difference() {
      return plan.stream()
          .flatMap(each -> each.changes().stream())
          .flatMap(RouteItem::lines)
          .toList();
    }

    private static Stream<LineDiff.Line> lines(FileChange change) {
      return LineDiff.of(change.textBefore(), change.textAfter(), CONTEXT).stream();
    }
  }

  public List<Item> items() {
    var items = new ArrayList<Item>(endpoints);
    items.addAll(variants);
    route.ifPresent(items::add);
    return items;
  }

  public boolean changesNothing() {
    return endpoints.stream().allMatch(item -> item.change() == Change.SAME)
        && variants.stream().allMatch(item -> item.change() == Change.SAME)
        && route.flatMap(RouteItem::plan).stream().allMatch(RoutePlan::changesNothing);
  }

  /// Those that would take the place of something else; a route always does.
  public List<Item> conflicts() {
    return Stream.<Item>concat(endpoints.stream(), variants.stream())
        .filter(item -> item.change() == Change.CHANGED)
        .toList();
  }

  /// Those that would have a token of this machine sent.
  public List<EndpointItem> tokenUses() {
    return endpoints.stream().filter(item -> item.newTokenUse().isPresent()).toList();
  }

  /// Why it cannot be applied with that consent; empty where it can.
  public List<Message> missing(Consent consent) {
    var missing = new ArrayList<Message>();
    if (!consent.replace()) {
      conflicts().forEach(item -> missing.add(Message.of("team.needs.replace", item.name())));
    }
    for (var item : endpoints) {
      item.newTokenUse()
          .filter(use -> !consent.tokens().contains(use))
          .ifPresent(use -> missing.add(use.missing(item.name())));
    }
    return missing;
  }

  /// Whether it says the same of this machine.
  boolean isSameAs(TeamReview other) {
    return endpoints.equals(other.endpoints) && variants.equals(other.variants);
  }
}
