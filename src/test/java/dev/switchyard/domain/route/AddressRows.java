package dev.switchyard.domain.route;

import static dev.switchyard.domain.route.RouteRow.Arrival.CLOUD;
import static dev.switchyard.domain.route.RouteRow.Arrival.LOCAL;
import static dev.switchyard.domain.route.RouteRow.Arrival.NOWHERE;
import static dev.switchyard.domain.route.RouteRow.Arrival.OTHER;
import static dev.switchyard.domain.route.RouteRow.Arrival.PROXY_FOR_OTHER;
import static dev.switchyard.domain.route.RouteRow.Arrival.SIXTH;
import static dev.switchyard.domain.route.RouteRow.row;

import java.util.List;

/// Forms of an address.
final class AddressRows {
  private AddressRows() {}

  static List<RouteRow> rows() {
    return List.of(
        address("a slash at the end", "$LOCAL/").arrives(LOCAL),
        address("two slashes at the end", "$LOCAL//").arrives(LOCAL),
        address("no scheme before numbers", "127.0.0.1:$PORT")
            .arrives(NOWHERE)
            .warns("url-unusable"),
        address("no scheme before IPv6", "[::1]:$PORT").arrives(NOWHERE).warns("url-unusable"),
        address("no scheme before an underscore", "gpu_box:$PORT")
            .arrives(NOWHERE)
            .warns("url-unusable"),
        address("no scheme and no port", "localhost").arrives(NOWHERE).warns("url-unusable"),
        address("no scheme but slashes", "//127.0.0.1:$PORT")
            .arrives(NOWHERE)
            .warns("url-unusable"),
        address("no scheme and a path", "localhost:$PORT/prefix")
            .arrives(LOCAL)
            .at("/prefix/v1/messages"),
        address("no scheme and capitals", "LOCALHOST:$PORT").arrives(LOCAL),
        address("no scheme before a name", "localhost:$PORT").arrives(LOCAL),
        address("capitals", "HTTP://LOCALHOST:$PORT").arrives(LOCAL),
        address("blanks around it", "  $LOCAL  ").arrives(LOCAL),
        address("nothing but blanks", "   ").arrives(CLOUD).warns("placeholder-to-cloud"),
        address("a path", "$LOCAL/prefix").arrives(LOCAL).at("/prefix/v1/messages"),
        address("a path that ends in /v1", "$LOCAL/v1")
            .arrives(LOCAL)
            .at("/v1/v1/messages")
            .warns("url-ends-in-v1"),
        address("a path that ends in /v1/", "$LOCAL/v1/")
            .arrives(LOCAL)
            .at("/v1/v1/messages")
            .warns("url-ends-in-v1"),
        address("a query", "$LOCAL?team=1").arrives(LOCAL).at("/").warns("url-swallows-path"),
        address("a fragment", "$LOCAL#team").arrives(LOCAL).at("/").warns("url-swallows-path"),
        address("a user name and a password", "http://ada:secret@127.0.0.1:$PORT").arrives(LOCAL),
        address("IPv6", "$SIXTH").arrives(SIXTH),
        address("a short form of an IPv4 address", "http://127.1:$PORT").arrives(LOCAL),
        address("a number for an IPv4 address", "http://2130706433:$PORT").arrives(LOCAL),
        address("backslashes", "http:\\\\\\\\127.0.0.1:$PORT").arrives(LOCAL),
        address("no slashes after the scheme", "http:127.0.0.1:$PORT").arrives(LOCAL),
        address("a tab inside", "http://127.\\t0.0.1:$PORT").arrives(LOCAL),
        address("an escaped dot", "http://127%2e0.0.1:$PORT").arrives(LOCAL),
        address("the full stop of another script", "http://127\u30020.0.1:$PORT").arrives(LOCAL),
        address("one slash after the scheme", "http:/127.0.0.1:$PORT").arrives(LOCAL),
        address("another protocol", "ftp://127.0.0.1:$PORT").arrives(NOWHERE).warns("url-unusable"),
        address("the protocol of sockets", "ws://127.0.0.1:$PORT")
            .arrives(NOWHERE)
            .warns("url-unusable"),
        address("the protocol of files", "file:///tmp/x").arrives(NOWHERE).warns("url-unusable"),
        address("a port that is none", "http://127.0.0.1:99999")
            .arrives(NOWHERE)
            .warns("url-unusable"),
        address("a blank inside", "http://127.0.0.1 :$PORT").arrives(NOWHERE).warns("url-unusable"),
        address("words", "my server").arrives(NOWHERE).warns("url-unusable"),
        address("another host", "$OTHER").arrives(OTHER).at("/prefix/v1/messages"),
        address("another host without scheme", "gateway.example")
            .arrives(NOWHERE)
            .warns("url-unusable"),
        address("another host with a port and without scheme", "gateway.example:8080")
            .arrives(PROXY_FOR_OTHER),
        address("the cloud's own", "https://api.anthropic.com")
            .arrives(CLOUD)
            .warns("placeholder-to-cloud"));
  }

  private static RouteRow address(String name, String text) {
    return row("an address with " + name)
        .project("{'env':{'ANTHROPIC_BASE_URL':'" + text + "','ANTHROPIC_AUTH_TOKEN':'ollama'}}")
        .with("authorization: Bearer ollama");
  }
}
