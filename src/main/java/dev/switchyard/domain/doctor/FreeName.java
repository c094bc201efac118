package dev.switchyard.domain.doctor;

import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.ModelName;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A model's name that no installed model has.
public final class FreeName {
  private FreeName() {}

  /// @return the suggested name, or the same with the first number from 2 on that makes it free
  public static String among(List<InstalledModel> installed, String suggested) {
    var taken = installed.stream().map(InstalledModel::name).toList();
    return Stream.concat(
            Stream.of(suggested), IntStream.iterate(2, i -> i + 1).mapToObj(i -> suggested + i))
        .filter(name -> !taken.contains(ModelName.of(name)))
        .findFirst()
        .orElseThrow();
  }
}
