package dev.switchyard.domain.context;

import static dev.switchyard.domain.route.EffectiveRoute.Severity.ERROR;
import static dev.switchyard.domain.route.EffectiveRoute.Severity.INFO;
import static dev.switchyard.domain.route.EffectiveRoute.Severity.WARNING;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.Tokens;
import dev.switchyard.domain.fit.ContextStops;
import dev.switchyard.domain.model.ClaudeCodeReadiness;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.route.EffectiveRoute.Severity;
import dev.switchyard.domain.route.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Compares the four places. What is not known is compared with nothing. Another rule is one more
/// method.
final class CompareContexts {
  private final ContextFacts facts;
  private final ToldContext told;
  private final NeededContext needed;
  private final Optional<InstalledModel> model;
  private final Optional<Integer> asked;
  private final Optional<Integer> trained;
  private final Optional<Integer> loaded;

  private CompareContexts(ContextFacts facts) {
    this.facts = facts;
    this.told = new ToldContext(facts.route());
    this.needed = NeededContext.of(facts.route(), told, facts.firstPrompt());
    this.model = facts.model().toOptional();
    this.asked = model.flatMap(one -> one.configuredContext().toOptional());
    this.trained = model.flatMap(one -> one.trainedContext().toOptional());
    this.loaded = inMemory().map(LoadedModel::contextLength);
  }

  static ContextContract of(ContextFacts facts) {
    var compared = new CompareContexts(facts);
    return new ContextContract(
        facts.route().model().orElse(""),
        facts.answered(),
        compared.builtFigure(),
        compared.loadedFigure(),
        Known.of(compared.told.figure()),
        Known.of(compared.needed.figure()),
        compared.needed.measured(),
        Stream.of(compared.ofModel(), compared.ofLoaded(), compared.ofTold())
            .flatMap(Optional::stream)
            .toList());
  }

  private Known<Figure> builtFigure() {
    return facts.model().flatMap(InstalledModel::configuredContext).map(this::builtFigure);
  }

  private Figure builtFigure(int tokens) {
    return isClamped()
        ? new Figure(
            clamped(tokens),
            Message.of("context.source.clamped", new Tokens(tokens), new Tokens(clamped(tokens))))
        : new Figure(tokens, Message.of("context.source.modelfile"));
  }

  private Known<Figure> loadedFigure() {
    return facts
        .loaded()
        .flatMap(one ->
            loaded
                .map(tokens -> Known.of(new Figure(tokens, Message.of("context.source.loaded"))))
                .orElseGet(() ->
                    Known.unknown(
                        Message.of(
                            one.isPresent()
                                ? "context.unknown.not-shown"
                                : "context.unknown.not-loaded"))));
  }

  private Optional<Breach> ofModel() {
    return trainedTooShort().or(this::unset).or(this::tooSmall).or(this::clamp);
  }

  private Optional<Breach> trainedTooShort() {
    return trained
        .filter(most -> most < needed.tokens())
        .map(most ->
            breach(
                "trained-too-short",
                Place.BUILT,
                fromNeed(),
                new Mend.Choose(),
                most,
                asked.orElse(most)));
  }

  /// That none is set is known; that the server did not say is not.
  private Optional<Breach> unset() {
    boolean isUnset =
        model
            .filter(one ->
                one.configuredContext() instanceof Known.Unknown<Integer>(var reason)
                    && reason.key().equals("server.unknown.configured-context"))
            .isPresent();
    return isUnset && loaded.isEmpty()
        ? Optional.of(breach("unset", Place.BUILT, ERROR, build()))
        : Optional.empty();
  }

  private Optional<Breach> tooSmall() {
    return built()
        .or(() -> loaded)
        .filter(tokens -> tokens < needed.tokens())
        .map(tokens -> breach("too-small", Place.BUILT, fromNeed(), build(), tokens));
  }

  /// The server uses the smaller one and says nothing.
  private Optional<Breach> clamp() {
    return asked
        .filter(_ -> isClamped())
        .map(tokens ->
            breach(
                "clamped",
                Place.BUILT,
                WARNING,
                new Mend.Build(name(), clamped(tokens)),
                tokens,
                clamped(tokens)));
  }

  private Optional<Breach> ofLoaded() {
    return loaded.flatMap(now ->
        built()
            .filter(tokens -> !tokens.equals(now))
            .map(tokens ->
                breach(
                    "loaded-differs",
                    Place.LOADED,
                    told.figure().tokens() > now ? ERROR : WARNING,
                    new Mend.Reload(name()),
                    now,
                    tokens)));
  }

  /// Compared with what the next load gives: a model that is loaded otherwise is a breach of its
  /// own.
  private Optional<Breach> ofTold() {
    return built().or(() -> loaded).flatMap(this::ofTold);
  }

  private Optional<Breach> ofTold(int served) {
    int said = told.figure().tokens();
    if (said == served) {
      return Optional.empty();
    }
    if (said < served) {
      boolean enough = said >= needed.tokens();
      return Optional.of(
          toldBreach(
              enough ? "told-too-little" : "told-below-need",
              enough ? INFO : fromNeed(),
              said,
              served));
    }
    return Optional.of(
        toldBreach(told.isSaid() ? "told-too-much" : "not-told", ERROR, said, served));
  }

  private Breach toldBreach(String id, Severity severity, int said, int served) {
    return told.isOurs()
        ? breach(id, Place.TOLD, severity, new Mend.WriteRoute(served, isDefault()), said, served)
        : breach(id, Place.TOLD, severity, new Mend.Choose(), said, served)
            .advising(Message.of("context.advice.told-above", told.layer(), new Tokens(served)));
  }

  private boolean isDefault() {
    var ofUser = List.of(Layer.USER, Layer.PROCESS, Layer.DEFAULT);
    return facts.route().winner("ANTHROPIC_BASE_URL") == Layer.USER
        && ofUser.contains(told.winner());
  }

  /// An estimate accuses less.
  private Severity fromNeed() {
    return needed.measured() ? ERROR : WARNING;
  }

  private Mend build() {
    int wanted = Math.max(needed.tokens(), ClaudeCodeReadiness.NEEDED_CONTEXT);
    int most = trained.orElse(Integer.MAX_VALUE);
    return new Mend.Build(
        name(),
        ContextStops.upTo(most).stream().filter(stop -> stop >= wanted).findFirst().orElse(most));
  }

  private Optional<Integer> built() {
    return asked.map(this::clamped);
  }

  private int clamped(int tokens) {
    return Math.min(tokens, trained.orElse(tokens));
  }

  private boolean isClamped() {
    return asked.filter(tokens -> clamped(tokens) < tokens).isPresent();
  }

  private Optional<LoadedModel> inMemory() {
    return facts.loaded().toOptional().flatMap(one -> one).filter(one -> one.contextLength() > 0);
  }

  private ModelName name() {
    return model
        .map(InstalledModel::name)
        .or(() -> inMemory().map(LoadedModel::name))
        .orElseThrow();
  }

  /// @param tokens for the texts, after the model's name; what the project needs comes last
  private Breach breach(String id, Place place, Severity severity, Mend mend, int... tokens) {
    var arguments = new ArrayList<Object>();
    arguments.add(facts.route().model().orElse(""));
    IntStream.of(tokens).mapToObj(Tokens::new).forEach(arguments::add);
    arguments.add(new Tokens(needed.tokens()));
    return Breach.of(id, place, severity, mend, arguments.toArray());
  }
}
