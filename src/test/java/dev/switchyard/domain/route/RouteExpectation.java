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

  void holdsFor(Resolution said) {
    var row = scene.row();
    var problems =
        RouteProblems.of(said).stream()
            .map(Problem::id)
            .collect(Collectors.toCollection(TreeSet::new));
    var soft = new SoftAssertions();
    soft.assertThat(said.destination()).as("%s: destination", row).isEqualTo(row.arrival().said());
    soft.assertThat(said.baseUrl().leadsWhere(BaseUrl.parse(scene.addresses().of(row.arrival()))))
        .as("%s leads there", said.baseUrl().shown())
        .isEqualTo(true);
    soft.assertThat(said.credential()).as("credential").isEqualTo(credential());
    soft.assertThat(said.model()).as("model").isEqualTo(row.said());
    soft.assertThat(problems).as("problems").containsAll(row.problems());
    // Whatever the row is about, these must never go unsaid.
    soft.assertThat(problems.contains("credential-leak"))
        .as("a leak is named: %s", problems)
        .isEqualTo(credential() == Credential.CLOUD && row.arrival().said() != Destination.CLOUD);
    soft.assertThat(problems.contains("proxy-catches"))
        .as("a proxy in between is named: %s", problems)
        .isEqualTo(row.arrival() == Arrival.PROXY);
    soft.assertAll();
  }

  private Credential credential() {
    if (headers.stream().anyMatch(line -> line.contains(RouteRow.KEY))) {
      return Credential.CLOUD;
    }
    return headers.isEmpty() ? Credential.NONE : Credential.PLACEHOLDER;
  }
}
