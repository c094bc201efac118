package dev.switchyard.ui.modelfile;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.fit.Correction;
import dev.switchyard.ui.modelfile.Forecast.Question;
import dev.switchyard.ui.task.Tasks;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the document's model will take in memory, computed at every move of the slider: away from
/// the window's thread, one forecast at a time, the last one asked for next. Until it is there the
/// one before stays.
public final class ForecastModel {
  private final Tasks tasks;
  private final Correction correction;
  private final ReadOnlyObjectWrapper<Forecast> forecast =
      new ReadOnlyObjectWrapper<>(Forecast.unknown(Message.of("modelfile.forecast.noBase")));
  private Optional<Question> wanted = Optional.empty();
  private boolean computing;

  /// @param correction what earlier loads have shown
  ForecastModel(Tasks tasks, Correction correction) {
    this.tasks = tasks;
    this.correction = correction;
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
      tasks.run(
          _ -> question.answer(correction),
          answer -> answered(question, answer),
          failure -> answered(question, Forecast.unknown(failure.text())));
    }
  }

  private void answered(Question question, Forecast answer) {
    computing = false;
    // While the slider moves, each answer shows, if only for a moment: it follows the hand.
    wanted.ifPresent(now -> {
      forecast.set(answer);
      if (!now.equals(question)) {
        computeNext(now);
      }
    });
  }
}
