package dev.switchyard.domain.route;

import static dev.switchyard.domain.route.LayerRows.HERE;
import static dev.switchyard.domain.route.RouteRow.Arrival.LOCAL;
import static dev.switchyard.domain.route.RouteRow.Arrival.NOT_LOGGED_IN;
import static dev.switchyard.domain.route.RouteRow.Arrival.SECOND;
import static dev.switchyard.domain.route.RouteRow.row;

import java.util.List;

/// Which files count in which folder.
final class FolderRows {
  private static final String ELSEWHERE =
      "{'env':{'ANTHROPIC_BASE_URL':'$SECOND','ANTHROPIC_AUTH_TOKEN':'second'}}";

  private FolderRows() {}

  static List<RouteRow> rows() {
    return List.of(
        row("settings.json counts at the root of a repository")
            .git("project")
            .project(HERE)
            .arrives(LOCAL)
            .with("authorization: Bearer ollama"),
        row("settings.json does not count in a subfolder")
            .project(HERE)
            .startedIn("project/sub")
            .arrives(NOT_LOGGED_IN)
            .warns("subfolder"),
        row("nor in a subfolder of a repository")
            .git("project")
            .project(HERE)
            .startedIn("project/sub")
            .arrives(NOT_LOGGED_IN)
            .warns("subfolder"),
        row("settings.local.json does not count in a subfolder")
            .local(HERE)
            .startedIn("project/sub")
            .arrives(NOT_LOGGED_IN),
        row("settings.local.json of a repository's root counts in its subfolders")
            .git("project")
            .local(HERE)
            .startedIn("project/sub/deep")
            .arrives(LOCAL)
            .with("authorization: Bearer ollama"),
        row("and beats the settings.json of a subfolder")
            .git("project")
            .local(HERE)
            .file("project/sub/.claude/settings.json", ELSEWHERE)
            .startedIn("project/sub")
            .arrives(LOCAL)
            .with("authorization: Bearer ollama"),
        row("it beats the subfolder's own settings.local.json")
            .git("project")
            .local(HERE)
            .file("project/sub/.claude/settings.local.json", ELSEWHERE)
            .startedIn("project/sub")
            .arrives(LOCAL)
            .with("authorization: Bearer ollama"),
        row("which counts for what the root's leaves open")
            .git("project")
            .local("{'env':{'ANTHROPIC_AUTH_TOKEN':'ollama'}}")
            .file(
                "project/sub/.claude/settings.local.json",
                "{'env':{'ANTHROPIC_BASE_URL':'$LOCAL','ANTHROPIC_AUTH_TOKEN':'own'}}")
            .startedIn("project/sub")
            .arrives(LOCAL)
            .with("authorization: Bearer ollama"),
        row("and beats the subfolder's own settings.json")
            .git("project")
            .file("project/sub/.claude/settings.local.json", HERE)
            .file("project/sub/.claude/settings.json", ELSEWHERE)
            .startedIn("project/sub")
            .arrives(LOCAL)
            .with("authorization: Bearer ollama"),
        row("but not in a folder below that one")
            .git("project")
            .file("project/sub/.claude/settings.local.json", HERE)
            .startedIn("project/sub/deep")
            .arrives(NOT_LOGGED_IN)
            .warns("subfolder-local"),
        row("the subfolder's own settings.json counts")
            .git("project")
            .project(ELSEWHERE)
            .file("project/sub/.claude/settings.json", HERE)
            .startedIn("project/sub")
            .arrives(LOCAL)
            .with("authorization: Bearer ollama"),
        row("a subfolder without a repository has both files of its own")
            .local(ELSEWHERE)
            .file("project/sub/.claude/settings.local.json", HERE)
            .startedIn("project/sub")
            .arrives(LOCAL)
            .with("authorization: Bearer ollama"),
        row("a linked worktree takes settings.local.json of the main checkout")
            .worktree("tree", "project")
            .local(HERE)
            .startedIn("tree")
            .arrives(LOCAL)
            .with("authorization: Bearer ollama"),
        row("so does a subfolder of a linked worktree")
            .worktree("tree", "project")
            .local(HERE)
            .startedIn("tree/sub")
            .arrives(LOCAL)
            .with("authorization: Bearer ollama"),
        row("a linked worktree does not take settings.json of the main checkout")
            .worktree("tree", "project")
            .project(HERE)
            .startedIn("tree")
            .arrives(NOT_LOGGED_IN),
        row("a linked worktree's own settings.json counts")
            .worktree("tree", "project")
            .file("tree/.claude/settings.json", HERE)
            .startedIn("tree")
            .arrives(LOCAL)
            .with("authorization: Bearer ollama"),
        row("a linked worktree's own settings.local.json counts")
            .worktree("tree", "project")
            .file("tree/.claude/settings.local.json", HERE)
            .startedIn("tree")
            .arrives(LOCAL)
            .with("authorization: Bearer ollama"),
        row("unless that of the main checkout says otherwise")
            .worktree("tree", "project")
            .local(HERE)
            .file("tree/.claude/settings.local.json", ELSEWHERE)
            .startedIn("tree")
            .arrives(LOCAL)
            .with("authorization: Bearer ollama"),
        row("and only in the very folder")
            .worktree("tree", "project")
            .file("tree/.claude/settings.local.json", HERE)
            .startedIn("tree/sub")
            .arrives(NOT_LOGGED_IN)
            .warns("subfolder-local"),
        row("a repository inside another one has its own settings.local.json")
            .git("project")
            .git("project/inner")
            .local(ELSEWHERE)
            .file("project/inner/.claude/settings.local.json", HERE)
            .startedIn("project/inner")
            .arrives(LOCAL)
            .with("authorization: Bearer ollama"),
        row("a project behind a symbolic link")
            .project(HERE)
            .link("elsewhere/link", "project")
            .startedIn("elsewhere/link")
            .arrives(LOCAL)
            .with("authorization: Bearer ollama"),
        row("settings.json that is a symbolic link")
            .file("dotfiles/claude.json", HERE)
            .link("project/.claude/settings.json", "dotfiles/claude.json")
            .arrives(LOCAL)
            .with("authorization: Bearer ollama"),
        row("a symbolic link that leads nowhere")
            .link("project/.claude/settings.json", "dotfiles/gone.json")
            .user(HERE)
            .arrives(LOCAL)
            .with("authorization: Bearer ollama"),
        row("a folder in the place of settings.json")
            .file("project/.claude/settings.json/inside", "{}")
            .user(HERE)
            .arrives(LOCAL)
            .with("authorization: Bearer ollama"),
        row("started in .claude itself")
            .project(HERE)
            .startedIn("project/.claude")
            .arrives(NOT_LOGGED_IN),
        row("a .claude inside .claude")
            .project(ELSEWHERE)
            .file("project/.claude/.claude/settings.json", HERE)
            .startedIn("project/.claude")
            .arrives(LOCAL)
            .with("authorization: Bearer ollama"),
        row("an added folder's settings do not count")
            .file("library/.claude/settings.json", HERE)
            .arguments("--add-dir", "$ROOT/library")
            .arrives(NOT_LOGGED_IN),
        row("CLAUDE_CONFIG_DIR says where the person's settings are")
            .process("CLAUDE_CONFIG_DIR=$ROOT/config")
            .file("config/settings.json", HERE)
            .user(ELSEWHERE)
            .arrives(LOCAL)
            .with("authorization: Bearer ollama"),
        row("an empty CLAUDE_CONFIG_DIR takes the person's settings away")
            .process("CLAUDE_CONFIG_DIR=")
            .user(HERE)
            .arrives(NOT_LOGGED_IN)
            .warns("config-folder"),
        row("and takes a settings.json in the folder itself for them")
            .process("CLAUDE_CONFIG_DIR=")
            .file("project/settings.json", HERE)
            .arrives(LOCAL)
            .with("authorization: Bearer ollama")
            .warns("config-folder"),
        row("a CLAUDE_CONFIG_DIR that is looked up from the folder")
            .process("CLAUDE_CONFIG_DIR=config")
            .file("project/config/settings.json", HERE)
            .arrives(LOCAL)
            .with("authorization: Bearer ollama")
            .warns("config-folder"),
        row("started in the home folder, whose project file is the person's own")
            .user(HERE)
            .startedIn("home")
            .arrives(LOCAL)
            .with("authorization: Bearer ollama"),
        row("settings.local.json beside the person's own file counts in the home folder")
            .user(ELSEWHERE)
            .file("home/.claude/settings.local.json", HERE)
            .startedIn("home")
            .arrives(LOCAL)
            .with("authorization: Bearer ollama"),
        row("but does not in another folder")
            .user(HERE)
            .file("home/.claude/settings.local.json", ELSEWHERE)
            .arrives(LOCAL)
            .with("authorization: Bearer ollama"),
        row("a repository of the home folder lends its settings.local.json to nobody")
            .git("home")
            .file("home/.claude/settings.local.json", HERE)
            .startedIn("home/src/app")
            .arrives(NOT_LOGGED_IN),
        row("but has one itself")
            .git("home")
            .file("home/.claude/settings.local.json", HERE)
            .startedIn("home")
            .arrives(LOCAL)
            .with("authorization: Bearer ollama"),
        row("and so has each folder in it")
            .git("home")
            .file("home/src/app/.claude/settings.local.json", HERE)
            .startedIn("home/src/app")
            .arrives(LOCAL)
            .with("authorization: Bearer ollama"),
        row("a name with blanks, quotes and letters of other scripts")
            .file("project é ' x/.claude/settings.json", HERE)
            .startedIn("project é ' x")
            .arrives(LOCAL)
            .with("authorization: Bearer ollama"),
        row("the old claude.json in the project's folder is none of the layers")
            .file("project/.claude.json", HERE)
            .user(ELSEWHERE)
            .arrives(SECOND)
            .with("authorization: Bearer second"));
  }
}
