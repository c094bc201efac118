package dev.switchyard.adapter.ollama;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/// An answer to `/api/show` with `verbose`, as long as one likes: a real shape and a tokenizer's
/// lists. It is made while it is read and takes no memory of its own.
public final class VerboseAnswer {
  private static final String HEAD =
      """
      {"modelfile":"FROM x","model_info":{"general.architecture":"gemma4","gemma4.block_count":30,\
      "gemma4.context_length":262144,"tokenizer.ggml.tokens":["<pad>\
      """;
  private static final String TAIL =
      """
      "],"gemma4.embedding_length":2816},\
      "tensors":[{"name":"token_embd.weight","type":"Q6_K","shape":[2816,262144]}],\
      "capabilities":["completion","tools"]}
      """;
  private static final byte[] TOKENS = "\",\"\u2581token\\u0020".repeat(3000).getBytes(UTF_8);

  private VerboseAnswer() {}

  /// @param bytes about how many
  public static InputStream of(long bytes) {
    var middle = Collections.nCopies((int) (bytes / TOKENS.length), TOKENS);
    var parts =
        Stream.of(List.of(HEAD.getBytes(UTF_8)), middle, List.of(TAIL.getBytes(UTF_8)))
            .flatMap(List::stream)
            .map(ByteArrayInputStream::new)
            .toList();
    return new SequenceInputStream(Collections.enumeration(parts));
  }

  /// Reads one as the program does.
  ///
  /// @return number of tensors found
  public static int read(InputStream answer) {
    return ShowReader.read(answer).tensors().size();
  }
}
