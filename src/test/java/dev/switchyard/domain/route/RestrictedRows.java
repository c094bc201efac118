package dev.switchyard.domain.route;

import static dev.switchyard.domain.route.LayerRows.HERE;
import static dev.switchyard.domain.route.RouteRow.Arrival.CLOUD;
import static dev.switchyard.domain.route.RouteRow.Arrival.LOCAL;
import static dev.switchyard.domain.route.RouteRow.Arrival.SECOND;
import static dev.switchyard.domain.route.RouteRow.row;

import java.util.List;

/// Claude Code in its restricted mode, which leaves settings files out.
final class RestrictedRows {
  private static final String RESTRICTED = "CLAUDE_CODE_RESTRICTED=1";
  private static final String REAL_KEY = "ANTHROPIC_API_KEY=$KEY";

  private RestrictedRows() {}

  static List<RouteRow> rows() {
    return List.of(
        restricted("the project's settings do not count").project(HERE),
        restricted("nor does settings.local.json").local(HERE),
        restricted("nor do the person's own").user(HERE),
        restricted("a broken file is not even looked at").project("{,}"),
        restricted("switched on with yes").project(HERE).process("CLAUDE_CODE_RESTRICTED=yes"),
        restricted("switched on with ON, with blanks around it")
            .project(HERE)
            .process("CLAUDE_CODE_RESTRICTED= ON "),
        restricted("no file switches it off")
            .project(HERE.replace("'env':{", "'env':{'CLAUDE_CODE_RESTRICTED':'0',")),
        row("restricted: --settings counts")
            .flag("{'model':'gemma4'," + HERE.substring(1))
            .user("{'env':{'ANTHROPIC_MODEL':'from-user'}}")
            .process(RESTRICTED)
            .arrives(LOCAL)
            .asking("gemma4")
            .with("authorization: Bearer ollama")
            .warns("restricted"),
        row("restricted: the administrator's settings count")
            .managed(HERE)
            .process(RESTRICTED)
            .arrives(LOCAL)
            .with("authorization: Bearer ollama")
            .warns("restricted"),
        row("restricted: the environment counts")
            .project("{'model':'gemma4'," + HERE.substring(1))
            .process(RESTRICTED, "ANTHROPIC_BASE_URL=$SECOND", REAL_KEY)
            .arrives(SECOND)
            .with("x-api-key: $KEY")
            .warns("restricted", "credential-leak"),
        row("restricted: a helper of the person's does not count")
            .user("{'apiKeyHelper':'echo $KEY'}")
            .process(RESTRICTED, "ANTHROPIC_BASE_URL=$LOCAL", "ANTHROPIC_AUTH_TOKEN=ollama")
            .arrives(LOCAL)
            .with("authorization: Bearer ollama"),
        row("restricted: a stored login counts")
            .project(HERE)
            .login()
            .process(RESTRICTED)
            .arrives(CLOUD)
            .with("authorization: Bearer $KEY")
            .warns("restricted"),
        notRestricted("in the person's own file it does nothing")
            .user("{'env':{'CLAUDE_CODE_RESTRICTED':'1'}}"),
        notRestricted("in the project's file it does nothing")
            .local("{'env':{'CLAUDE_CODE_RESTRICTED':'1'}}"),
        notRestricted("in --settings it does nothing")
            .flag("{'env':{'CLAUDE_CODE_RESTRICTED':'1'}}"),
        notRestricted("0 does not switch it on").process("CLAUDE_CODE_RESTRICTED=0"),
        notRestricted("nor does 2").process("CLAUDE_CODE_RESTRICTED=2"),
        notRestricted("nor does restricting what a person has configured")
            .process("CLAUDE_CODE_RESTRICT_PERSONAL_CONFIG=1"),
        notRestricted("safe mode is another one").process("CLAUDE_CODE_SAFE_MODE=1"),
        notRestricted("the simple mode is another one").process("CLAUDE_CODE_SIMPLE=1"));
  }

  private static RouteRow restricted(String name) {
    return row("restricted: " + name)
        .process(RESTRICTED, REAL_KEY)
        .arrives(CLOUD)
        .with("x-api-key: $KEY")
        .warns("restricted");
  }

  private static RouteRow notRestricted(String name) {
    return row("not restricted: " + name)
        .project(HERE)
        .arrives(LOCAL)
        .with("authorization: Bearer ollama");
  }
}
