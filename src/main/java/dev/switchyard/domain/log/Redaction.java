package dev.switchyard.domain.log;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The one place that takes secrets out of what is logged, reported or copied for others: keys and
/// tokens by their form, values by the name that they stand at, the values of this process' own
/// variables of such names wherever they turn up, and the person's name in the path of their home.
///
/// It takes out too much rather than too little: a log is sent to strangers.
public final class Redaction {
  /// Stands where something was taken out.
  public static final String TAKEN_OUT = "[redacted]";

  /// A value of fewer characters is a word that is found in other texts too, such as the
  /// placeholder `ollama`.
  private static final int LEAST_LENGTH = 8;

  /// How names of variables, keys of JSON and headers end whose values are nobody's business.
  /// Counts of tokens are called alike, and are figures. What stands before is not looked for: a
  /// search for names of any length takes the square of a text's length.
  private static final String SECRET_NAME =
      "(?:api[-_]?key|_key|primaryapikey|token(?!s)|secret|passw(?:or)?d|passphrase|credential"
          + "|authorization|cookie|custom[-_]?headers)[\\w.-]{0,60}";

  /// Such a name in full.
  private static final String WHOLE_NAME = "[\\w-]{0,60}?" + SECRET_NAME;

  /// @param pattern what is looked for
  /// @param replacement refers to the groups of the pattern
  private record Rule(Pattern pattern, String replacement) {
    /// @param replacement with `#` for what is taken out
    static Rule of(String pattern, String replacement) {
      return new Rule(
          Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.DOTALL),
          replacement.replace("#", TAKEN_OUT));
    }
  }

  /// Between a name and its value, also where both stand in a text that is quoted itself.
  private static final String IS = "(?:\\\\*[\"'])?\\s*[:=]\\s*";

  private static final List<Rule> RULES =
      List.of(
          Rule.of(
              "-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)", "#"),
          // The whole header: its value may be a scheme and a token, or several.
          Rule.of(
              "((?:proxy-)?authorization|x-api-key|\\bapi-key|(?:set-)?cookie"
                  + "|custom[-_]headers)("
                  + IS
                  + ")[^\\r\\n}]+",
              "$1$2#"),
          Rule.of("\\b(bearer|basic)\\s+[\\w.~+/=:-]+", "$1 #"),
          // A value in quotes, with whatever is in it.
          Rule.of("(" + SECRET_NAME + IS + "\\\\+\")[^\"]*", "$1#"),
          Rule.of(
              "(" + SECRET_NAME + IS + ")\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+(?:\"|$)", "$1\"#\""),
          Rule.of("(" + SECRET_NAME + IS + ")'[^']*(?:'|$)", "$1'#'"),
          Rule.of("(" + SECRET_NAME + IS + ")(?![\"'\\\\]|\\[redacted])[^\\s,;&}\\])]+", "$1#"),
          // As an option's value, and as fish and csh set a variable.
          Rule.of("(-" + WHOLE_NAME + "\\s+)[^\\s,;\\])]+", "$1#"),
          Rule.of("(\\bset(?:env)?\\s+(?:-\\w+\\s+){0,3}" + WHOLE_NAME + "\\s+)[^\\s;]+", "$1#"),
          Rule.of("([?&](?:key|sig|signature|auth|code)=)[^&\\s\"']+", "$1#"),
          // What a JSON parser says of a value whose quotes were forgotten.
          Rule.of("(unrecognized token )'[^']*(?:'|$)", "$1'#'"),
          // What vendors' keys look like, wherever they stand.
          Rule.of("\\bsk-[\\w-]{6,}", "#"),
          Rule.of(
              "\\b(?:gh[pousr]_|github_pat_|glpat-|xox[abprs]-|hf_|AIza|ya29\\.)[\\w.-]{8,}", "#"),
          Rule.of("\\b(?:AKIA|ASIA)[A-Z0-9]{12,}", "#"),
          Rule.of("\\beyJ[\\w-]{6,}\\.[\\w-]+(?:\\.[\\w-]*)?", "#"),
          Rule.of("\\b([a-z][a-z0-9+.-]{0,20}://)[^\\s/?#@\"']+@", "$1#@"));

  private static final Pattern SECRET_VARIABLE =
      Pattern.compile(WHOLE_NAME + "|.*(?:token|key)", Pattern.CASE_INSENSITIVE);

  private final String home;
  private final Pattern homeInText;
  private final List<String> known;

  /// @param home the person's home folder, which becomes `~`
  /// @param environment the variables of this process
  public Redaction(Path home, Map<String, String> environment) {
    this.home = home.toString();
    // `/home/me` is not the beginning of `/home/melanie`.
    this.homeInText = Pattern.compile(Pattern.quote(this.home) + "(?![\\w.-])");
    this.known =
        environment.entrySet().stream()
            .filter(variable -> SECRET_VARIABLE.matcher(variable.getKey()).matches())
            .map(Map.Entry::getValue)
            .filter(value -> value.length() >= LEAST_LENGTH)
            .distinct()
            // One may be the beginning of another.
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
  }

  /// The text without its secrets.
  public String of(String text) {
    var clean = text;
    for (var secret : known) {
      clean = clean.replace(secret, TAKEN_OUT);
    }
    for (var rule : RULES) {
      clean = rule.pattern().matcher(clean).replaceAll(rule.replacement());
    }
    return withoutHome(clean);
  }

  /// The root of all folders is no home.
  private String withoutHome(String text) {
    if (home.length() < 3 || !text.contains(home)) {
      return text;
    }
    return homeInText.matcher(text).replaceAll("~");
  }
}
