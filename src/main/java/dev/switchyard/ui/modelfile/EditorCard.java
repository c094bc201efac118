package dev.switchyard.ui.modelfile;

import dev.switchyard.domain.modelfile.Highlight;
import dev.switchyard.domain.modelfile.Problem;
import dev.switchyard.ui.component.Card;
import dev.switchyard.ui.component.Figure;
import dev.switchyard.ui.component.Keys;
import dev.switchyard.ui.text.Texts;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.TextPos;
import org.jspecify.annotations.Nullable;

/// The Modelfile as text, what is wrong in it, and how it stands to what is saved and built.
final class EditorCard extends Card {
  private static final double LINE_SPACING = 4;

  /// Between the line numbers and the text.
  private static final Insets GUTTER = new Insets(0, 0, 0, 10);

  private final ModelfileDocument document;
  private final String folder;
  private final Texts texts;
  private final CodeArea code = new CodeArea();
  private final ModelfileDecorator decorator = new ModelfileDecorator();
  private final ProblemList problems = new ProblemList();
  private final Label status = Figure.caption("");
  private final InvalidationListener painter = _ -> repaint();
  private boolean showing;

  EditorCard(ModelfileViewModel model, Texts texts) {
    super("");
    this.document = model.document();
    this.folder = model.folder();
    this.texts = texts;
    code.setId("modelfile-text");
    code.setLineNumbersEnabled(true);
    code.setWrapText(true);
    code.setLineSpacing(LINE_SPACING);
    code.setContentPadding(GUTTER);
    code.setAccessibleText(texts.text("modelfile.text"));
    code.setSyntaxDecorator(decorator);
    Keys.tabLeaves(code);
    code.sceneProperty().addListener((_, left, entered) -> follow(left, entered));
    code.getModel().addListener(change -> typed(change.isEdit()));
    VBox.setVgrow(code, Priority.ALWAYS);
    getStyleClass().add("editor");
    getChildren().addAll(code, problems, status);
    document.nameProperty().subscribe(_ -> title());
    document.modelfileProperty().subscribe(_ -> showText());
    document.problemsProperty().subscribe(_ -> showProblems());
    document.draftProperty().subscribe(_ -> showStatus());
  }

  private void title() {
    setTitle(texts.text("modelfile.file", folder, document.nameProperty().get()));
    showStatus();
  }

  private void typed(boolean isEdit) {
    if (isEdit && !showing) {
      document.edit(text());
    }
  }

  private String text() {
    // The control ends lines as the system does.
    return code.getText().replace("\r\n", "\n");
  }

  /// Puts in only what differs, so that the caret and the history of undo stay.
  private void showText() {
    var wanted = document.modelfile().editorText();
    var shown = text();
    if (!wanted.equals(shown)) {
      int head = commonPrefix(shown, wanted);
      int tail = commonSuffix(shown, wanted, head);
      showing = true;
      code.replaceText(
          position(shown, head),
          position(shown, shown.length() - tail),
          wanted.substring(head, wanted.length() - tail));
      showing = false;
    }
    showProblems();
  }

  /// The control keeps its lines as they were painted; under another theme they are painted anew.
  private void follow(@Nullable Scene left, @Nullable Scene entered) {
    if (left != null) {
      left.getStylesheets().removeListener(painter);
    }
    if (entered != null) {
      entered.getStylesheets().addListener(painter);
      repaint();
    }
  }

  private void repaint() {
    var model = code.getModel();
    model.fireStyleChangeEvent(TextPos.ZERO, model.getDocumentEnd());
  }

  private void showProblems() {
    var found = document.problemsProperty().get();
    decorator.show(Highlight.of(document.modelfile(), found));
    repaint();
    problems.show(found.stream().map(this::entry).toList());
    showStatus();
  }

  private Hyperlink entry(Problem problem) {
    var place = document.modelfile().locate(problem.span().start());
    var link =
        new Hyperlink(texts.text("modelfile.problem", place.line(), texts.text(problem.text())));
    link.setWrapText(true);
    link.getStyleClass()
        .add(
            switch (problem.severity()) {
              case ERROR -> "bad";
              case WARNING -> "warning";
              case NOTE -> "muted";
            });
    if (!problem.parserWords().isEmpty()) {
      link.setTooltip(new Tooltip(texts.text("modelfile.problem.words", problem.parserWords())));
    }
    link.setOnAction(_ -> {
      code.select(TextPos.ofLeading(place.line() - 1, place.column() - 1));
      code.requestFocus();
    });
    return link;
  }

  private void showStatus() {
    var errors = document.problemsProperty().get().stream().filter(Problem::isError).count();
    var hints = document.problemsProperty().get().size() - errors;
    status.setText(
        String.join(
            " · ",
            List.of(
                texts.text(
                    "modelfile.status.instructions", document.modelfile().instructions().size()),
                texts.text("modelfile.status.problems", errors, hints),
                texts.text(
                    document.isUnsaved() ? "modelfile.status.unsaved" : "modelfile.status.saved"),
                builtStatus())));
  }

  private String builtStatus() {
    var differences = document.differencesToBuilt();
    if (differences.isEmpty()) {
      return texts.text("modelfile.status.notBuilt");
    }
    return differences.get().isEmpty()
        ? texts.text("modelfile.status.asBuilt")
        : texts.text(
            "modelfile.status.differs",
            String.join(
                ", ", differences.get().stream().map(each -> each.parameter().name()).toList()));
  }

  private static int commonPrefix(String a, String b) {
    int i = 0;
    while (i < Math.min(a.length(), b.length()) && a.charAt(i) == b.charAt(i)) {
      i++;
    }
    return i;
  }

  private static int commonSuffix(String a, String b, int prefix) {
    int i = 0;
    while (i < Math.min(a.length(), b.length()) - prefix
        && a.charAt(a.length() - 1 - i) == b.charAt(b.length() - 1 - i)) {
      i++;
    }
    return i;
  }

  private static TextPos position(String text, int offset) {
    int line = (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    return TextPos.ofLeading(line, offset - text.lastIndexOf('\n', offset - 1) - 1);
  }
}
