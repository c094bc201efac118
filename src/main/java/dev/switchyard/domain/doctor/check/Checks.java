package dev.switchyard.domain.doctor.check;

import dev.switchyard.domain.doctor.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// All checks, in the order in which their findings are to be mended: first the programs, then the
/// settings, then the model. Another check is one class, or one row, and its texts.
public final class Checks {
  public static final List<Check> ALL = all();

  private Checks() {}

  private static List<Check> all() {
    var all = new ArrayList<Check>();
    all.add(new OllamaMissing());
    all.add(new ServerDown());
    all.addAll(ofRoute());
    all.addAll(ContextCheck.all());
    return List.copyOf(all);
  }

  private static List<Check> ofRoute() {
    return List.of(RouteCheck.of("base-url-v1", Set.of("url-ends-in-v1"), "ANTHROPIC_BASE_URL"));
  }
}
