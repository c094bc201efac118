package dev.switchyard.ui.usage;

import dev.switchyard.domain.usage.SavingsAnswer;
import dev.switchyard.domain.usage.Usage;
import dev.switchyard.ui.component.Card;
import dev.switchyard.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What each model did for each project.
final class TableCard extends Card {
  private final ObservableList<Usage.Line> lines = FXCollections.observableArrayList();

  TableCard(UsageViewModel model, Texts texts) {
    super(texts.text("usage.table"));
    getChildren().add(new UsageTable(lines, texts));
    model.shownProperty().subscribe(this::show);
  }

  private void show(Optional<SavingsAnswer> said) {
    var now = said.map(one -> one.usage().lines()).orElse(List.of());
    if (!lines.equals(now)) {
      lines.setAll(now);
    }
    setVisible(UsageView.isUsed(said));
    setManaged(UsageView.isUsed(said));
  }
}
