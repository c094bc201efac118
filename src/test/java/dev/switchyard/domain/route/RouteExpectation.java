package dev.switchyard.domain.route;

import dev.switchyard.domain.route.EffectiveRoute.Credential;
import dev.switchyard.domain.route.EffectiveRoute.Problem;
import dev.switchyard.domain.route.RouteRow.Arrival;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;

/// What a row expects of the resolver, made from what really arrives.
///
/// @param scene the row on the disk
/// @param headers the header lines that carry a credential
record RouteExpectation(RouteScene scene, Set<String> headers) {
  static RouteExpectation of(RouteScene scene) {
    return new RouteExpectation(scene, scene.expectedHeaders());
  }

  void holdsFor(Resolution said, SoftAssertions soft) {
    var row = scene.row();
    var problems =
        RouteProblems.of(said).stream()
            .map(Problem::id)
            .collect(Collectors.toCollection(TreeSet::new));
    soft.assertThat(said.destination())
        .as("%s: said destination", row)
        .isEqualTo(row.arrival().said());
    if (said.leavesCloud()) {
      // Each server of a test has a port of its own.
      soft.assertThat(said.baseUrl().port())
          .as("%s: said port", row)
          .isEqualTo(BaseUrl.parse(scene.addresses().of(row.arrival())).port());
    }
    soft.assertThat(said.credential()).as("%s: said credential", row).isEqualTo(credential());
    soft.assertThat(said.model()).as("%s: said model", row).isEqualTo(row.said());
    soft.assertThat(problems).as("%s: said problems", row).containsAll(row.problems());
    // Whatever the row is about, these must never go unsaid.
    soft.assertThat(problems.contains("credential-leak"))
        .as("%s: a leak is named, %s", row, problems)
        .isEqualTo(credential() == Credential.CLOUD && said.leavesCloud());
    soft.assertThat(problems.contains("proxy-catches"))
        .as("%s: a proxy in between is named, %s", row, problems)
        .isEqualTo(row.arrival() == Arrival.PROXY || row.arrival() == Arrival.PROXY_FOR_OTHER);
  }

  private Credential credential() {
    boolean leaves = headers.stream().anyMatch(line -> line.contains(RouteRow.KEY));
    if (leaves || scene.row().isFeared() || scene.row().arrival() == Arrival.PROVIDER) {
      return Credential.CLOUD;
    }
    return headers.isEmpty() ? Credential.NONE : Credential.PLACEHOLDER;
  }
}
