package dev.switchyard.cli;

import dev.switchyard.domain.Bytes;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.fit.Alternative;
import dev.switchyard.domain.fit.FitReport;
import dev.switchyard.domain.fit.Part;
import dev.switchyard.domain.fit.Verdict;
import dev.switchyard.domain.model.ClaudeCodeReadiness;
import dev.switchyard.domain.setup.SmallerModel;
import dev.switchyard.ui.text.Sizes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a model takes and where it fits, in an answer.
///
/// @param source where cache type and slots come from; empty where they were given
record FitAnswer(
    String model, FitReport report, List<SmallerModel> smaller, Optional<Message> source) {

  Answer fill(Answer answer) {
    var need = report.need();
    var options = report.options();
    return answer
        .put("model", model)
        .put("contextLength", need.contextLength())
        .put("engine", report.engine().toString())
        .put("totalBytes", need.totalBytes())
        .objects("parts", need.parts(), FitAnswer::part)
        .objects("headroom", need.headroom(), FitAnswer::part)
        .put("gpuBytes", report.placement().gpuBytes())
        .put("ramBytes", report.placement().ramBytes())
        .put("batch", need.batch())
        .put("layers", report.layers())
        .put("gpuLayers", report.placement().gpuLayers())
        .put("verdict", report.placement().verdict().map(Verdict::wireName))
        .put("recommendedContextLength", recommended())
        .put("splitsFromContextLength", report.splitsFrom())
        .put("fitsUpToContextLength", report.reach().whole())
        .put("inMemoryUpToContextLength", report.reach().inMemory())
        .put("loadsUpToContextLength", report.reach().loadable())
        .put("kvCacheType", options.kvType().wireName())
        .put("slots", options.slots())
        .objects("alternatives", report.alternatives(), FitAnswer::alternative)
        .objects("smallerModels", smaller, FitAnswer::smaller)
        .messages("notes", notes());
  }

  private static void part(Answer answer, Part part) {
    answer
        .put("name", part.name().wireName())
        .put("bytes", part.bytes())
        .put("formula", part.formula())
        .put("assumption", part.assumption());
  }

  private static void alternative(Answer answer, Alternative way) {
    answer
        .put("kvCacheType", way.options().kvType().wireName())
        .put("batch", way.options().batch())
        .put("slots", way.options().slots())
        .put("totalBytes", way.totalBytes())
        .put("savedBytes", way.savedBytes())
        .put("verdict", way.verdict().map(Verdict::wireName))
        .put("cost", way.cost());
  }

  private static void smaller(Answer answer, SmallerModel other) {
    answer
        .put("model", other.name().shortText())
        .put("pulled", other.pulled())
        .put("downloadBytes", other.downloadBytes())
        .put("totalBytes", other.totalBytes())
        .put("savedBytes", other.savedBytes())
        .put("verdict", other.verdict().map(Verdict::wireName))
        .put("cost", other.cost());
  }

  private Known<Integer> recommended() {
    return report.recommendedContext(ClaudeCodeReadiness.NEEDED_CONTEXT);
  }

  private List<Message> notes() {
    var notes = new ArrayList<Message>(report.notes());
    notes.addAll(report.need().assumptions());
    source.ifPresent(notes::add);
    return notes;
  }

  void print(Console console) {
    var need = report.need();
    console.line("cli.fit.title", model, need.contextLength(), report.engine());
    console.table(need.parts().stream().map(part -> row(console, part)).toList());
    console.line("cli.fit.total", new Bytes(need.totalBytes()));
    console.table(need.headroom().stream().map(part -> row(console, part)).toList());
    console.line(report.sentence());
    switch (recommended()) {
      case Known.Value<Integer>(var tokens) -> console.line("cli.fit.recommended", tokens);
      case Known.Unknown<Integer>(var reason) -> console.line(reason);
    }
    printEnds(console);
    console.table(
        Stream.concat(
                report.alternatives().stream()
                    .map(way -> row(console, way.savedBytes(), way.verdict(), way.cost())),
                smaller.stream()
                    .map(other -> row(console, other.savedBytes(), other.verdict(), other.cost())))
            .toList());
    notes().forEach(console::note);
  }

  private void printEnds(Console console) {
    var ends = report.ends();
    if (!ends.isEmpty()) {
      var texts = console.texts();
      console.line(
          "cli.fit.end", ends.stream().map(texts::text).collect(Collectors.joining(" · ")));
    }
  }

  private static List<String> row(Console console, Part part) {
    var texts = console.texts();
    return List.of(
        "  " + texts.text("fit.part." + part.name().wireName()),
        Sizes.bytes(part.bytes(), texts.locale()),
        texts.text(part.assumption()));
  }

  private static List<String> row(
      Console console, long savedBytes, Known<Verdict> verdict, Message cost) {
    var texts = console.texts();
    return List.of(
        "  " + texts.text("cli.fit.saves", new Bytes(savedBytes)),
        verdict.map(known -> texts.text("fit.verdict." + known.wireName())).toOptional().orElse(""),
        texts.text(cost));
  }
}
