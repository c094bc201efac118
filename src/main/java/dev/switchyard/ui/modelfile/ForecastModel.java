package dev.switchyard.ui.modelfile;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.fit.Correction;
import dev.switchyard.domain.fit.FitEstimator;
import dev.switchyard.domain.setup.SmallerModels;
import dev.switchyard.ui.modelfile.Forecast.Question;
import dev.switchyard.ui.task.Tasks;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the document's model will take in memory, computed at every move of the slider: away from
/// the window's thread, one forecast at a time, the last one asked for next. Until it is there the
/// one before stays. Other models are looked for once the slider rests.
public final class ForecastModel {
  private final Tasks tasks;
  private final Correction correction;
  private final SmallerModels smaller;
  private final ReadOnlyObjectWrapper<Forecast> forecast =
      new ReadOnlyObjectWrapper<>(Forecast.unknown(Message.of("modelfile.forecast.noBase")));
  private Optional<Question> wanted = Optional.empty();
  private Optional<FitEstimator> last = Optional.empty();
  private boolean computing;

  /// @param correction what earlier loads have shown
  ForecastModel(Tasks tasks, Correction correction, SmallerModels smaller) {
    this.tasks = tasks;
    this.correction = correction;
    this.smaller = smaller;
  }

  public ReadOnlyObjectProperty<Forecast> forecastProperty() {
    return forecast.getReadOnlyProperty();
  }

  public Forecast forecast() {
    return forecast.get();
  }

  void unknown(Message reason) {
    wanted = Optional.empty();
    forecast.set(Forecast.unknown(reason));
  }

  void ask(Question question) {
    if (wanted.filter(question::equals).isEmpty()) {
      wanted = Optional.of(question);
      computeNext(question);
    }
  }

  private void computeNext(Question question) {
    if (!computing) {
      computing = true;
      var estimator = estimator(question);
      tasks.run(
          _ -> question.answer(estimator),
          answer -> answered(question, estimator, answer),
          failure -> answered(question, estimator, Forecast.unknown(failure.text())));
    }
  }

  /// The same as long as the memory is: it keeps what it has computed of the slider.
  private FitEstimator estimator(Question question) {
    var estimator =
        last.filter(known -> known.isFor(question.server(), question.hardware()))
            .orElseGet(() -> new FitEstimator(question.server(), question.hardware(), correction));
    last = Optional.of(estimator);
    return estimator;
  }

  private void answered(Question question, FitEstimator estimator, Forecast answer) {
    computing = false;
    // While the slider moves, each answer shows, if only for a moment: it follows the hand.
    wanted.ifPresent(now -> {
      // What was found for another context goes on standing until it is looked for again.
      forecast.set(answer.with(forecast.get().smaller()));
      if (now.equals(question)) {
        findSmaller(question, estimator, answer);
      } else {
        computeNext(now);
      }
    });
  }

  private void findSmaller(Question question, FitEstimator estimator, Forecast answer) {
    tasks.run(
        _ ->
            answer
                .report()
                .map(report -> smaller.than(report, question.shape(), estimator))
                .toOptional()
                .orElse(List.of()),
        found -> {
          if (wanted.filter(question::equals).isPresent()) {
            forecast.set(answer.with(found));
          }
        },
        _ -> {});
  }
}
