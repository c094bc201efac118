package dev.switchyard.ui.modelfile;

import dev.switchyard.domain.modelfile.Highlight;
import java.util.List;
import java.util.Locale;
import jfx.incubator.scene.control.richtext.SyntaxDecorator;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.CodeTextModel;
import jfx.incubator.scene.control.richtext.model.RichParagraph;

/// Paints the editor's lines from the document's highlighting.
final class ModelfileDecorator implements SyntaxDecorator {
  private List<Highlight.Line> lines = List.of();

  void show(List<Highlight.Line> highlighted) {
    lines = highlighted;
  }

  @Override
  public RichParagraph createRichParagraph(CodeTextModel model, int index) {
    var text = model.getPlainText(index);
    var paragraph = RichParagraph.builder();
    if (index >= lines.size() || !lines.get(index).text().equals(text)) {
      // Between a key press and the document's answer the highlighting is of the text before.
      return paragraph.addSegment(text).build();
    }
    var line = lines.get(index);
    for (var stretch : line.stretches()) {
      paragraph.addWithStyleNames(
          text.substring(stretch.start(), stretch.end()), "code-" + lower(stretch.kind()));
    }
    for (var mark : line.marks()) {
      paragraph.addWavyUnderline(
          mark.start(), mark.end() - mark.start(), "code-" + lower(mark.severity()));
    }
    return paragraph.build();
  }

  @Override
  public void handleChange(
      CodeTextModel model, TextPos start, TextPos end, int top, int lines, int bottom) {
    // The document decides what the text means; its answer comes through show().
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
