package dev.switchyard.domain.route;

import static dev.switchyard.domain.route.LayerRows.HERE;
import static dev.switchyard.domain.route.RouteRow.Arrival.CLOUD;
import static dev.switchyard.domain.route.RouteRow.Arrival.LOCAL;
import static dev.switchyard.domain.route.RouteRow.Arrival.NOT_LOGGED_IN;
import static dev.switchyard.domain.route.RouteRow.Arrival.SECOND;
import static dev.switchyard.domain.route.RouteRow.row;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.List;

/// Files that are broken, or written in an unusual way: a file that is skipped as a whole leaves
/// the prompt to the cloud.
final class FileRows {
  private static final String FILE = "project/.claude/settings.json";
  private static final String MARK = "\uFEFF";

  private FileRows() {}

  static List<RouteRow> rows() {
    return List.of(
        skipped("a comma too many", "{'env':{'ANTHROPIC_BASE_URL':'$LOCAL'},}"),
        skipped("a file that ends too early", "{'env':{'ANTHROPIC_BASE_URL':'$LOCAL'}"),
        skipped("a comment", "// ours\n{'env':{'ANTHROPIC_BASE_URL':'$LOCAL'}}"),
        skipped("null for the whole file", "null"),
        skipped("a list for the whole file", "[]"),
        skipped("two documents", HERE + HERE),
        skipped("env is a list", "{'env':['ANTHROPIC_BASE_URL','$LOCAL']}"),
        skipped("env is null", "{'env':null,'model':'m'}"),
        skipped("model is a number", "{'model':7,'env':{'ANTHROPIC_BASE_URL':'$LOCAL'}}"),
        skipped(
            "apiKeyHelper is a list", "{'apiKeyHelper':[],'env':{'ANTHROPIC_BASE_URL':'$LOCAL'}}"),
        skipped("statusLine is true", "{'statusLine':true,'env':{'ANTHROPIC_BASE_URL':'$LOCAL'}}"),
        skipped(
            "a permission mode that does not exist",
            "{'permissions':{'defaultMode':'never'},'env':{'ANTHROPIC_BASE_URL':'$LOCAL'}}"),
        skipped(
            "permissions.allow is a text",
            "{'permissions':{'allow':'Bash'},'env':{'ANTHROPIC_BASE_URL':'$LOCAL'}}"),
        row("an empty file is as none").project("").user(HERE).arrives(LOCAL).with(OLLAMA),
        row("a broken settings.local.json leaves the project's file in force")
            .local("{'env':{'ANTHROPIC_BASE_URL':'$SECOND'},}")
            .project(HERE)
            .arrives(LOCAL)
            .with(OLLAMA)
            .warns("settings-invalid"),
        row("a broken file of the person leaves the project's in force")
            .project(HERE)
            .user("{,}")
            .arrives(LOCAL)
            .with(OLLAMA)
            .warns("settings-invalid"),
        loaded("hooks that are no object", HERE.replace("{'env'", "{'hooks':1,'env'"), UTF_8),
        loaded("keys that nobody knows", HERE.replace("{'env'", "{'unknown':1,'env'"), UTF_8),
        loaded("a byte order mark", MARK + HERE, UTF_8),
        loaded("UTF-16, little end first", MARK + HERE, UTF_16LE),
        loaded("lines that end as on Windows", HERE.replace(",", ",\r\n"), UTF_8),
        row("skipped: UTF-16, big end first")
            .file(FILE, MARK + HERE, UTF_16BE)
            .arrives(NOT_LOGGED_IN)
            .warns("settings-invalid"),
        row("UTF-16 without a byte order mark").file(FILE, HERE, UTF_16LE).arrives(NOT_LOGGED_IN),
        row("a key twice: the last one counts")
            .project(
                "{'env':{'ANTHROPIC_BASE_URL':'$SECOND','ANTHROPIC_AUTH_TOKEN':'ollama',"
                    + "'ANTHROPIC_BASE_URL':'$LOCAL'}}")
            .arrives(LOCAL)
            .with(OLLAMA),
        row("env twice: the last one counts as a whole")
            .project(
                "{'env':{'ANTHROPIC_BASE_URL':'$LOCAL','ANTHROPIC_AUTH_TOKEN':'lost'},"
                    + "'env':{'ANTHROPIC_BASE_URL':'$SECOND','ANTHROPIC_API_KEY':'ollama'}}")
            .arrives(SECOND)
            .with("x-api-key: ollama"),
        row("a name written with an escape")
            .project(HERE.replace("ANTHROPIC_BASE", "\\u0041NTHROPIC_BASE"))
            .arrives(LOCAL)
            .with(OLLAMA));
  }

  private static final String OLLAMA = "authorization: Bearer ollama";

  private static RouteRow skipped(String name, String json) {
    return row("skipped: " + name)
        .project(json)
        .process("ANTHROPIC_API_KEY=$KEY")
        .arrives(CLOUD)
        .with("x-api-key: $KEY")
        .warns("settings-invalid");
  }

  private static RouteRow loaded(String name, String json, Charset charset) {
    return row("loaded: " + name).file(FILE, json, charset).arrives(LOCAL).with(OLLAMA);
  }
}
