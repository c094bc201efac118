package dev.switchyard.domain.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.endpoint.Version;
import dev.switchyard.domain.fit.MeasuredLoads.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FitEstimatorTest {
  private static final long GIB = 1L << 30;
  private static final double MIB = 1L << 20;
  private static final Version OLD = Version.of(0, 25, 0);
  private static final Version NEW = Version.of(0, 32, 15);
  private static final Hardware CPU_ONLY = Hardware.of(64 * GIB, 0);

  static Stream<Row> oldRows() {
    return MeasuredLoads.of("0.25").rows().stream();
  }

  static Stream<Row> newRows() {
    return MeasuredLoads.of("0.32.15").rows().stream();
  }

  /// Nothing in the rule is fitted: what is left is what the server's log rounds away.
  @ParameterizedTest
  @MethodSource({"oldRows", "newRows"})
  void predictsWhatTheServerAllocated(Row row) {
    var need = need(row.shape(), row.server(), row.options(), CPU_ONLY);
    // The log does not tell of a projector's weights.
    var total = need.totalBytes() - need.bytes(Part.Name.PROJECTOR);
    assertThat(total / MIB)
        .isCloseTo(row.truthBytes() / MIB - row.imagesMib().orElse(0), within(0.05));
  }

  @ParameterizedTest
  @MethodSource("newRows")
  void theWorkOnAnImageIsExact(Row row) {
    var work = Vision.of(row.shape()).map(vision -> VisionGraph.of(vision).peakBytes()).orElse(0L);
    assertThat(work / MIB).isCloseTo(row.imagesMib().orElseThrow(), within(0.006));
  }

  @Test
  void readingImagesTakesWeightsAndWork() {
    var row = newRows().filter(each -> each.imagesMib().orElse(0) > 0).findFirst().orElseThrow();
    var part = part(need(row.shape(), NEW, row.options(), CPU_ONLY), Part.Name.PROJECTOR);
    assertThat(part.assumption().key()).isEqualTo("fit.assume.projector.images");
    assertThat(part.bytes() / MIB).isGreaterThan(row.imagesMib().orElseThrow() + 10);
    var before = part(need(row.shape(), OLD, row.options(), CPU_ONLY), Part.Name.PROJECTOR);
    assertThat(before.assumption().key()).isEqualTo("fit.assume.projector");
  }

  @ParameterizedTest
  @MethodSource("newRows")
  void theKvCacheIsExact(Row row) {
    var kv = need(row.shape(), NEW, row.options(), CPU_ONLY).bytes(Part.Name.KV);
    // The server's log rounds each of two lines to hundredths of a MiB.
    assertThat(kv / MIB).isCloseTo(row.kvMib().orElseThrow(), within(0.011));
  }

  @ParameterizedTest
  @MethodSource("newRows")
  void theStatesAreExact(Row row) {
    var states = need(row.shape(), NEW, row.options(), CPU_ONLY).bytes(Part.Name.STATE);
    assertThat(states / MIB).isCloseTo(row.stateMib().orElseThrow(), within(0.006));
  }

  /// What is said of an architecture's steps is what the table shows.
  @Test
  void callsMeasuredWhatWasMeasured() {
    assertThat(newRows())
        .allSatisfy(row ->
            assertThat(LlamaServerEngine.isMeasured(row.shape().architecture()))
                .as(row.model())
                .isTrue());
    assertThat(computeSource("qwen3")).isEqualTo("fit.assume.compute.llamaServer");
    assertThat(computeSource("newcomer")).isEqualTo("fit.assume.compute.plain");
  }

  private static String computeSource(String architecture) {
    var values =
        Map.<String, Object>of(
            architecture + ".block_count", 2L, architecture + ".embedding_length", 64L);
    var shape = new ModelShape(architecture, values, List.of(), GIB);
    return part(need(shape, NEW, LoadOptions.of(4096), CPU_ONLY), Part.Name.COMPUTE)
        .assumption()
        .key();
  }

  private static Part part(MemoryNeed need, Part.Name name) {
    return need.parts().stream().filter(part -> part.name() == name).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({"qwen3next, 1", "lfm2, 1", "granitehybrid, 4"})
  void countsTheRequestsThatTheServerTakesAtOnce(String architecture, int served) {
    var values =
        Map.<String, Object>of(
            architecture + ".block_count", 4L,
            architecture + ".embedding_length", 64L,
            architecture + ".attention.head_count", 4L,
            architecture + ".attention.head_count_kv", List.of(0L, 0L, 0L, 2L),
            architecture + ".attention.key_length", 16L,
            architecture + ".attention.value_length", 16L);
    var shape = new ModelShape(architecture, values, List.of(), GIB);
    var report = report(shape, NEW, LoadOptions.of(1024).with(KvType.F16, 4), CPU_ONLY);
    assertThat(report.need().bytes(Part.Name.KV)).isEqualTo(served * 1024L * 2 * 32 * 2);
    assertThat(report.notes().stream().map(Message::key).toList())
        .isEqualTo(served == 1 ? List.of("fit.note.oneRequest") : List.of());
  }

  /// Blocks that only predict further tokens are neither loaded nor calculated.
  @Test
  void leavesOutWhatPredictsFurtherTokens() {
    var with = new HashMap<>(Gemma4.shape("e4b").values());
    with.put("gemma4.nextn_predict_layers", 1L);
    with.put("gemma4.block_count", 43L);
    var shape = new ModelShape("gemma4", with, List.of(), GIB);
    assertThat(Geometry.of(shape).toOptional().orElseThrow().blocks()).hasSize(42);
  }

  /// Gemma 4's real geometries, 64K tokens: MiB of KV cache on each engine.
  @ParameterizedTest
  @CsvSource({
    "26b, 512, 1580, 2180",
    "26b, 2048, 1880, 2180",
    "31b, 2048, 7520, 8720",
    "12b, 2048, 1984, 2464",
    "e4b, 2048, 1124, 1204",
    "e2b, 2048, 414, 438"
  })
  void knowsGemma4(String size, int batch, double mibNow, double mibBefore) {
    var options = LoadOptions.of(65_536).withBatch(Optional.of(batch));
    var before = LoadOptions.of(65_536);
    assertThat(need(Gemma4.shape(size), NEW, options, CPU_ONLY).bytes(Part.Name.KV) / MIB)
        .isEqualTo(mibNow);
    assertThat(need(Gemma4.shape(size), OLD, before, CPU_ONLY).bytes(Part.Name.KV) / MIB)
        .isEqualTo(mibBefore);
  }

  @Test
  void quantizedCachesTakeTheirBlocks() {
    var options = LoadOptions.of(65_536);
    var f16 = need(Gemma4.shape("26b"), NEW, options, CPU_ONLY).bytes(Part.Name.KV);
    var q8 =
        need(Gemma4.shape("26b"), NEW, options.with(KvType.Q8_0, 1), CPU_ONLY).bytes(Part.Name.KV);
    var q4 =
        need(Gemma4.shape("26b"), NEW, options.with(KvType.Q4_0, 1), CPU_ONLY).bytes(Part.Name.KV);
    assertThat(q8 * 64).isEqualTo(f16 * 34);
    assertThat(q4 * 64).isEqualTo(f16 * 18);
  }

  @Test
  void theBatchFollowsContextAndRoom() {
    var shape = Gemma4.shape("e4b");
    assertThat(need(shape, NEW, LoadOptions.of(4096), CPU_ONLY).batch()).isEqualTo(512);
    assertThat(need(shape, NEW, LoadOptions.of(32_768), CPU_ONLY).batch()).isEqualTo(1024);
    assertThat(need(shape, NEW, LoadOptions.of(32_768).with(KvType.F16, 2), CPU_ONLY).batch())
        .isEqualTo(2048);
    assertThat(need(shape, NEW, LoadOptions.of(65_536), Hardware.of(64 * GIB, 80 * GIB)).batch())
        .isEqualTo(2048);
    assertThat(need(shape, NEW, LoadOptions.of(65_536), Hardware.of(64 * GIB, 24 * GIB)).batch())
        .isEqualTo(1024);
    assertThat(need(shape, NEW, LoadOptions.of(65_536), Hardware.of(64 * GIB, 12 * GIB)).batch())
        .isEqualTo(512);
    assertThat(need(shape, OLD, LoadOptions.of(65_536), CPU_ONLY).batch()).isEqualTo(512);
  }

  /// A model of 9.6 GB that takes 10.7 to 11 GiB at 64K.
  @ParameterizedTest
  @CsvSource({
    "0.32.15, 24, 24, FITS",
    "0.32.15, 24, 8, SPLITS",
    "0.32.15, 24, 0, FITS",
    "0.32.15, 8, 0, SWAPS",
    "0.32.15, 4, 0, CANNOT_LOAD",
    "0.32.15, 2, 8, SWAPS",
    "0.32.15, 1, 8, CANNOT_LOAD",
    "0.32.15, 4, 8, SPLITS",
    "0.25.0, 24, 0, FITS",
    "0.25.0, 8, 0, CANNOT_LOAD"
  })
  void saysWhereItGoes(String version, long ramGib, long vramGib, Verdict verdict) {
    var report =
        report(
            Gemma4.shape("e4b"),
            Version.parse(version).orElseThrow(),
            LoadOptions.of(65_536),
            Hardware.of(ramGib * GIB, vramGib * GIB));
    assertThat(report.placement().verdict()).isEqualTo(Known.of(verdict));
    assertThat(report.placement().gpuBytes() + report.placement().ramBytes())
        .isEqualTo(report.need().totalBytes());
  }

  @Test
  void knownSwapDecidesBetweenSlowAndRefused() {
    var shape = Gemma4.shape("e4b");
    var small = Hardware.of(8 * GIB, 0);
    assertThat(
            report(shape, OLD, LoadOptions.of(65_536), small.withSwap(8 * GIB))
                .placement()
                .verdict())
        .isEqualTo(Known.of(Verdict.SWAPS));
    assertThat(
            report(shape, NEW, LoadOptions.of(65_536), small.withSwap(GIB)).placement().verdict())
        .isEqualTo(Known.of(Verdict.CANNOT_LOAD));
  }

  @Test
  void recommendsTheLongestContextThatFits() {
    var shape = Gemma4.shape("e4b");
    assertThat(report(shape, NEW, LoadOptions.of(4096), CPU_ONLY).recommendedContext(65_536))
        .isEqualTo(Known.of(131_072));
    long enough = need(shape, NEW, LoadOptions.of(65_536), CPU_ONLY).totalBytes();
    assertThat(
            report(shape, NEW, LoadOptions.of(4096), Hardware.of(enough, 0))
                .recommendedContext(65_536))
        .isEqualTo(Known.of(65_536));
    assertThat(
            report(shape, NEW, LoadOptions.of(4096), Hardware.of(enough - 1, 0))
                .recommendedContext(65_536))
        .isInstanceOf(Known.Unknown.class);
    assertThat(
            report(shape, NEW, LoadOptions.of(4096), Hardware.of(GIB, 0))
                .recommendedContext(65_536))
        .isInstanceOf(Known.Unknown.class);
  }

  /// To the token: one more does not.
  @ParameterizedTest
  @CsvSource({
    "0.32.15, 26b, 16, 22, 1",
    "0.32.15, 31b, 8, 24, 1",
    "0.25.0, 26b, 16, 20, 3",
    "0.25.0, e4b, 4, 8, 2",
    "0.32.15, e4b, 6, 0, 2",
  })
  void knowsHowFarTheContextGoes(String server, String size, long ram, long vram, int slots) {
    var version = Version.parse(server).orElseThrow();
    var shape = Gemma4.shape(size);
    var hardware = Hardware.of(ram * GIB, vram * GIB);
    var asked = LoadOptions.of(8192).with(KvType.F16, slots);
    var estimator = new FitEstimator(version, hardware);
    var reach = estimator.estimate(shape, asked).toOptional().orElseThrow().reach();

    assertEnd(estimator, shape, asked, reach.whole(), List.of(Verdict.FITS));
    assertEnd(estimator, shape, asked, reach.inMemory(), List.of(Verdict.FITS, Verdict.SPLITS));
    assertEnd(
        estimator,
        shape,
        asked,
        reach.loadable(),
        List.of(Verdict.FITS, Verdict.SPLITS, Verdict.SWAPS));
  }

  private static void assertEnd(
      FitEstimator estimator,
      ModelShape shape,
      LoadOptions asked,
      Known<Integer> end,
      List<Verdict> within) {
    int most = shape.trainedContext().orElseThrow();
    int longest = end.toOptional().orElse(0);
    if (longest > 0) {
      assertThat(verdict(estimator, shape, asked.withContextLength(longest))).isIn(within);
    }
    if (longest < most) {
      assertThat(verdict(estimator, shape, asked.withContextLength(longest + 1))).isNotIn(within);
    }
  }

  private static Verdict verdict(FitEstimator estimator, ModelShape shape, LoadOptions options) {
    return estimator
        .estimate(shape, options)
        .toOptional()
        .orElseThrow()
        .placement()
        .verdict()
        .toOptional()
        .orElseThrow();
  }

  @Test
  void theReachIsUnknownWhereTheMemoryIs() {
    var unseen = Hardware.unseen(Message.of("fit.unknown.otherMachine", "x"));
    var reach = report(Gemma4.shape("e4b"), NEW, LoadOptions.of(8192), unseen).reach();
    assertThat(reach.whole()).isEqualTo(Known.unknown(Message.of("fit.unknown.otherMachine", "x")));
    assertThat(reach.loadable()).isInstanceOf(Known.Unknown.class);

    var onGpu = unseen.withVram(List.of(24 * GIB));
    var known = report(Gemma4.shape("e4b"), NEW, LoadOptions.of(8192), onGpu).reach();
    assertThat(known.whole()).isEqualTo(Known.of(131_072));
    assertThat(known.inMemory()).isInstanceOf(Known.Unknown.class);
  }

  /// Between two stops, and in whole thousands: what the slider can be set to.
  @Test
  void recommendsMoreThanTheStopBelow() {
    var hardware = Hardware.of(16 * GIB, 21 * GIB);
    var report = report(Gemma4.shape("26b"), NEW, LoadOptions.of(8192), hardware);
    int longest = report.reach().whole().toOptional().orElseThrow();
    int recommended = report.recommendedContext(65_536).toOptional().orElseThrow();
    assertThat(recommended % 1024).isZero();
    assertThat(longest - recommended).isBetween(0, 1023);
    assertThat(report(Gemma4.shape("26b"), NEW, LoadOptions.of(recommended), hardware).fits())
        .isTrue();
  }

  @Test
  void fewerRequestsAtATimeAreAnAlternative() {
    var options = LoadOptions.of(65_536).with(KvType.F16, 6);
    var four = need(Gemma4.shape("31b"), NEW, options.with(KvType.F16, 3), CPU_ONLY).totalBytes();
    var ways = report(Gemma4.shape("31b"), NEW, options, Hardware.of(four, 0)).alternatives();
    assertThat(ways)
        .filteredOn(way -> way.options().slots() < 6)
        .singleElement()
        .satisfies(way -> {
          assertThat(way.options()).isEqualTo(options.with(KvType.F16, 3));
          assertThat(way.fits()).isTrue();
          assertThat(way.totalBytes()).isEqualTo(four);
        });
  }

  @Test
  void offersWhatTakesLessWhereItDoesNotFit() {
    var options = LoadOptions.of(131_072);
    var whole = report(Gemma4.shape("26b"), NEW, options, CPU_ONLY);
    assertThat(whole.alternatives()).isEmpty();

    var tight = Hardware.of(whole.need().totalBytes() - GIB, 0);
    var ways = report(Gemma4.shape("26b"), NEW, options, tight).alternatives();
    assertThat(ways)
        .isNotEmpty()
        .allSatisfy(way -> {
          var then = report(Gemma4.shape("26b"), NEW, way.options(), tight);
          assertThat(then.need().totalBytes()).isEqualTo(way.totalBytes());
          assertThat(then.placement().verdict()).isEqualTo(way.verdict());
          assertThat(way.savedBytes()).isPositive();
        });
    assertThat(ways).anyMatch(way -> way.verdict().equals(Known.of(Verdict.FITS)));
  }

  @Test
  void saysHowManyLayersStayAndWhereTheSplitBegins() {
    var gpu = Hardware.of(64 * GIB, List.of(12 * GIB, 8 * GIB));
    var report = report(Gemma4.shape("26b"), NEW, LoadOptions.of(131_072), gpu);
    assertThat(report.placement().verdict()).isEqualTo(Known.of(Verdict.SPLITS));
    assertThat(report.placement().gpuLayers()).isBetween(20, 29);
    int from = report.splitsFrom().orElseThrow();
    assertThat(report(Gemma4.shape("26b"), NEW, LoadOptions.of(from), gpu).fits()).isFalse();
    assertThat(report(Gemma4.shape("e2b"), NEW, LoadOptions.of(4096), gpu).splitsFrom()).isEmpty();
  }

  @Test
  void saysWhereItKnowsNoRulesOfAnArchitecture() {
    var values = new HashMap<String, Object>();
    Gemma4.shape("e4b")
        .values()
        .forEach((name, value) -> values.put(name.replace("gemma4.", "newcomer."), value));
    var need =
        need(
            new ModelShape("newcomer", values, List.of(), GIB),
            NEW,
            LoadOptions.of(4096),
            CPU_ONLY);
    assertThat(need.assumptions())
        .extracting(Message::key)
        .containsExactly("fit.assume.unknownArchitecture");
  }

  @Test
  void answersForTheTrainedMaximumWhereMoreIsAsked() {
    var report = report(Gemma4.shape("e4b"), NEW, LoadOptions.of(1_000_000), CPU_ONLY);
    assertThat(report.need().contextLength()).isEqualTo(131_072);
    assertThat(report.notes()).extracting(Message::key).containsExactly("fit.note.clamped");
  }

  @Test
  void warnsOfThePromptCacheWhereItWouldNotFit() {
    var notes =
        report(Gemma4.shape("e4b"), NEW, LoadOptions.of(65_536), Hardware.of(16 * GIB, 0)).notes();
    assertThat(notes).extracting(Message::key).containsExactly("fit.note.promptCache");
    assertThat(
            report(Gemma4.shape("e4b"), OLD, LoadOptions.of(65_536), Hardware.of(16 * GIB, 0))
                .notes())
        .isEmpty();
  }

  @Test
  void sharedLatentsAreStoredOnceNowAndTwiceBefore() {
    var shape =
        new ModelShape(
            "deepseek2",
            Map.of(
                "general.architecture",
                "deepseek2",
                "deepseek2.block_count",
                2L,
                "deepseek2.embedding_length",
                64L,
                "deepseek2.attention.head_count",
                8L,
                "deepseek2.attention.head_count_kv",
                8L,
                "deepseek2.attention.key_length_mla",
                192L,
                "deepseek2.attention.kv_lora_rank",
                512L,
                "deepseek2.rope.dimension_count",
                64L),
            List.of(),
            GIB);
    assertThat(need(shape, NEW, LoadOptions.of(1024), CPU_ONLY).bytes(Part.Name.KV))
        .isEqualTo(2 * 1024 * 576 * 2);
    assertThat(need(shape, OLD, LoadOptions.of(1024), CPU_ONLY).bytes(Part.Name.KV))
        .isEqualTo(2 * 1024 * 1088 * 2);
  }

  @Test
  void layersWithoutKeysKeepAState() {
    var values = new HashMap<String, Object>();
    values.put("qwen35.block_count", 4L);
    values.put("qwen35.embedding_length", 64L);
    values.put("qwen35.attention.head_count", 4L);
    values.put("qwen35.attention.head_count_kv", List.of(0L, 0L, 0L, 2L));
    values.put("qwen35.attention.key_length", 16L);
    values.put("qwen35.attention.value_length", 16L);
    values.put("qwen35.ssm.conv_kernel", 4L);
    values.put("qwen35.ssm.inner_size", 32L);
    values.put("qwen35.ssm.state_size", 8L);
    values.put("qwen35.ssm.group_count", 2L);
    var shape = new ModelShape("qwen35", values, List.of(), GIB);
    var need = need(shape, NEW, LoadOptions.of(1024), CPU_ONLY);
    assertThat(need.bytes(Part.Name.KV)).isEqualTo(1024 * 2 * 32 * 2);
    assertThat(need.bytes(Part.Name.STATE)).isEqualTo(3 * 4 * (3 * (32 + 2 * 2 * 8) + 8 * 32));
  }

  @Test
  void namesWhatTheServerWithheld() {
    var values = new HashMap<>(Gemma4.shape("26b").values());
    values.remove("gemma4.attention.head_count_kv");
    var need =
        need(new ModelShape("gemma4", values, List.of(), GIB), NEW, LoadOptions.of(4096), CPU_ONLY);
    assertThat(need.assumptions())
        .extracting(Message::key)
        .containsExactly("fit.assume.headsWithheld");
  }

  @Test
  void aCloudStubHasNoAnswer() {
    var stub = new ModelShape("gemma4", Map.of("gemma4.context_length", 262_144L), List.of(), 0);
    assertThat(new FitEstimator(NEW, CPU_ONLY).estimate(stub, LoadOptions.of(4096)))
        .isInstanceOf(Known.Unknown.class);
  }

  private static MemoryNeed need(
      ModelShape shape, Version version, LoadOptions options, Hardware hardware) {
    return report(shape, version, options, hardware).need();
  }

  private static FitReport report(
      ModelShape shape, Version version, LoadOptions options, Hardware hardware) {
    return new FitEstimator(version, hardware).estimate(shape, options).toOptional().orElseThrow();
  }
}
