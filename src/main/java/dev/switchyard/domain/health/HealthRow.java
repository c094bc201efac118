package dev.switchyard.domain.health;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import java.util.List;

/// A row as it fills.
final class HealthRow {
  private final HealthSubject subject;

  Known<Reach> reach = Known.unknown(Health.PENDING);
  Known<Admission> admission = Known.unknown(Health.PENDING);
  Known<List<String>> listed = Known.unknown(Health.PENDING);
  Known<List<ModelPresence>> models = Known.unknown(Health.PENDING);
  Known<Boolean> speaksMessages = Known.unknown(Health.PENDING);
  Known<Latency> latency = Known.unknown(Health.PENDING);
  Known<FirstToken> firstToken = Known.unknown(Health.PENDING);

  HealthRow(HealthSubject subject) {
    this.subject = subject;
  }

  Health soFar() {
    return new Health(
        subject, reach, admission, listed, models, speaksMessages, latency, firstToken);
  }

  /// Nothing else is found out.
  Health without(Message reason) {
    admission = Known.unknown(reason);
    listed = Known.unknown(reason);
    models = Known.unknown(reason);
    speaksMessages = Known.unknown(reason);
    latency = Known.unknown(reason);
    firstToken = Known.unknown(reason);
    return soFar();
  }
}
