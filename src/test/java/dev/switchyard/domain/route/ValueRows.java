package dev.switchyard.domain.route;

import static dev.switchyard.domain.route.RouteRow.Arrival.LOCAL;
import static dev.switchyard.domain.route.RouteRow.Arrival.NOT_LOGGED_IN;
import static dev.switchyard.domain.route.RouteRow.Arrival.NOWHERE;
import static dev.switchyard.domain.route.RouteRow.row;

import java.util.List;

/// Values in `env` that are no text, or an odd one.
final class ValueRows {
  private ValueRows() {}

  static List<RouteRow> rows() {
    return List.of(
        token("a number", "7", "7"),
        token("a number with a fraction that is none", "1.0", "1"),
        token("a large number", "1e3", "1000"),
        token("true", "true", "true"),
        token("false", "false", "false"),
        token("null", "null", "null"),
        token("an object", "{'a':1}", "[object Object]"),
        token("a list", "['a','b']", "a,b"),
        token("a list in a list", "[1,[2,null],{}]", "1,2,,[object Object]"),
        token("a variable is not expanded", "'$HOME'", "$HOME"),
        token("blanks around it stay outside", "' ollama '", "ollama"),
        row("an address that is null")
            .project("{'env':{'ANTHROPIC_BASE_URL':null,'ANTHROPIC_AUTH_TOKEN':'ollama'}}")
            .arrives(NOWHERE)
            .with("authorization: Bearer ollama")
            .warns("url-unusable", "value-not-text"),
        row("an address that is false")
            .project("{'env':{'ANTHROPIC_BASE_URL':false,'ANTHROPIC_AUTH_TOKEN':'ollama'}}")
            .arrives(NOWHERE)
            .with("authorization: Bearer ollama")
            .warns("url-unusable"),
        row("an address that is an object")
            .project("{'env':{'ANTHROPIC_BASE_URL':{},'ANTHROPIC_AUTH_TOKEN':'ollama'}}")
            .arrives(NOWHERE)
            .with("authorization: Bearer ollama"),
        row("a name in small letters is another variable")
            .project("{'env':{'anthropic_base_url':'$LOCAL','ANTHROPIC_AUTH_TOKEN':''}}")
            .arrives(NOT_LOGGED_IN),
        row("a model that is a number")
            .project(
                "{'env':{'ANTHROPIC_BASE_URL':'$LOCAL','ANTHROPIC_AUTH_TOKEN':'ollama',"
                    + "'ANTHROPIC_MODEL':4}}")
            .arrives(LOCAL)
            .asking("4")
            .with("authorization: Bearer ollama"));
  }

  private static RouteRow token(String name, String json, String sent) {
    return row("a token that is " + name)
        .project("{'env':{'ANTHROPIC_BASE_URL':'$LOCAL','ANTHROPIC_AUTH_TOKEN':" + json + "}}")
        .arrives(LOCAL)
        .with("authorization: Bearer " + sent);
  }
}
