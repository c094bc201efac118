package dev.switchyard.domain.route;

import static dev.switchyard.domain.route.RouteRow.Arrival.CLOUD;
import static dev.switchyard.domain.route.RouteRow.Arrival.LOCAL;
import static dev.switchyard.domain.route.RouteRow.Arrival.NOWHERE;
import static dev.switchyard.domain.route.RouteRow.Arrival.PROXY;
import static dev.switchyard.domain.route.RouteRow.Arrival.PROXY_FOR_OTHER;
import static dev.switchyard.domain.route.RouteRow.Arrival.SIXTH;
import static dev.switchyard.domain.route.RouteRow.row;

import java.util.List;
import java.util.stream.Stream;

/// Whether a proxy gets what was meant for a local server.
final class ProxyRows {
  private ProxyRows() {}

  static List<RouteRow> rows() {
    return Stream.of(
            ProxyRule.PROXY_VARIABLES.stream()
                .map(name ->
                    proxied(name + " catches a local address")
                        .process(name + "=$PROXY")
                        .arrives(PROXY)),
            Stream.of(
                proxied("a proxy in the person's settings")
                    .user("{'env':{'HTTP_PROXY':'$PROXY'}}")
                    .arrives(PROXY),
                proxied("an empty proxy variable in a stronger layer takes it away")
                    .local("{'env':{'HTTP_PROXY':''}}")
                    .process("HTTP_PROXY=$PROXY")
                    .arrives(LOCAL),
                proxied("a proxy without scheme keeps Claude Code from starting")
                    .process("HTTP_PROXY=127.0.0.1:$PROXYPORT")
                    .arrives(NOWHERE)
                    .warns("proxy-unusable"),
                proxied("a proxy that is a word does too")
                    .process("HTTPS_PROXY=nonsense")
                    .arrives(NOWHERE)
                    .warns("proxy-unusable"),
                proxied("unless a better one comes first")
                    .process("HTTPS_PROXY=$PROXY", "HTTP_PROXY=nonsense")
                    .arrives(PROXY),
                proxied("a proxy for all protocols needs no scheme")
                    .process("ALL_PROXY=127.0.0.1:$PROXYPORT")
                    .arrives(PROXY),
                proxied("a SOCKS proxy for all protocols is passed over")
                    .process("ALL_PROXY=socks5://127.0.0.1:1")
                    .arrives(LOCAL),
                exempt("NO_PROXY with the host", "127.0.0.1", LOCAL),
                exempt("NO_PROXY with host and port", "127.0.0.1:$PORT", LOCAL),
                exempt("NO_PROXY with another port", "127.0.0.1:1", PROXY),
                exempt("NO_PROXY with a star", "*", LOCAL),
                exempt("NO_PROXY with blanks between", "example.com 127.0.0.1", LOCAL),
                exempt("NO_PROXY with commas and blanks", "example.com , 127.0.0.1", LOCAL),
                exempt("NO_PROXY with a network", "127.0.0.0/8", LOCAL),
                exempt("NO_PROXY with every network", "0.0.0.0/0", LOCAL),
                exempt("NO_PROXY with the network of one address", "127.0.0.1/32", LOCAL),
                exempt("NO_PROXY with another network", "10.0.0.0/8", PROXY),
                exempt("NO_PROXY with an address", "http://127.0.0.1", PROXY),
                exempt("NO_PROXY with semicolons", "example.com;127.0.0.1", PROXY),
                exempt("NO_PROXY with an IPv4 pattern", "127.*", PROXY),
                exempt("NO_PROXY with another name of the host", "localhost", PROXY),
                exempt("NO_PROXY without the host", "example.com", PROXY),
                exempt("an empty NO_PROXY", "", PROXY),
                proxied("no_proxy counts before NO_PROXY")
                    .process("HTTP_PROXY=$PROXY", "no_proxy=example.com", "NO_PROXY=127.0.0.1")
                    .arrives(PROXY),
                proxied("an empty no_proxy leaves NO_PROXY in force")
                    .process("HTTP_PROXY=$PROXY", "no_proxy=", "NO_PROXY=127.0.0.1")
                    .arrives(LOCAL),
                proxied("NO_PROXY of the project counts")
                    .local("{'env':{'NO_PROXY':'127.0.0.1'}}")
                    .process("HTTP_PROXY=$PROXY", "NO_PROXY=example.com")
                    .arrives(LOCAL),
                named(
                    "localhost and its name with a dot before it",
                    "localhost",
                    ".localhost",
                    LOCAL),
                named("localhost and its name with a star", "localhost", "*.localhost", LOCAL),
                named("localhost and its name in capitals", "localhost", "LOCALHOST", LOCAL),
                named("localhost and its network", "localhost", "127.0.0.0/8", PROXY),
                named("IPv4 in short and in full", "127.1", "127.0.0.1", LOCAL),
                row("IPv6 and its long form")
                    .project(
                        "{'env':{'ANTHROPIC_BASE_URL':'$SIXTH','ANTHROPIC_AUTH_TOKEN':'ollama'}}")
                    .process("HTTP_PROXY=$PROXY", "NO_PROXY=0:0:0:0:0:0:0:1")
                    .arrives(SIXTH)
                    .with("authorization: Bearer ollama"),
                row("IPv6 in brackets")
                    .project(
                        "{'env':{'ANTHROPIC_BASE_URL':'$SIXTH','ANTHROPIC_AUTH_TOKEN':'ollama'}}")
                    .process("HTTP_PROXY=$PROXY", "NO_PROXY=[::1]")
                    .arrives(SIXTH)
                    .with("authorization: Bearer ollama"),
                row("IPv6 and a network")
                    .project(
                        "{'env':{'ANTHROPIC_BASE_URL':'$SIXTH','ANTHROPIC_AUTH_TOKEN':'ollama'}}")
                    .process("HTTP_PROXY=$PROXY", "NO_PROXY=::/0")
                    .arrives(SIXTH)
                    .with("authorization: Bearer ollama"),
                row("a proxy with a password")
                    .project(LayerRows.HERE)
                    .process(
                        "HTTPS_PROXY", "NO_PROXY", "HTTP_PROXY=http://ada:pw@127.0.0.1:$PROXYPORT")
                    .arrives(PROXY)
                    .with("authorization: Bearer ollama", "proxy-authorization: Basic YWRhOnB3"),
                row("a proxy on the way to the cloud sees nothing")
                    .process("ANTHROPIC_API_KEY=$KEY")
                    .arrives(CLOUD)
                    .with("x-api-key: $KEY"),
                row("another host is asked through the proxy, in clear")
                    .project(
                        "{'env':{'ANTHROPIC_BASE_URL':'http://gateway.example:8080',"
                            + "'ANTHROPIC_AUTH_TOKEN':'ollama'}}")
                    .arrives(PROXY_FOR_OTHER)
                    .with("authorization: Bearer ollama")))
        .flatMap(rows -> rows)
        .toList();
  }

  private static RouteRow proxied(String name) {
    return row(name)
        .project(LayerRows.HERE)
        .process("HTTPS_PROXY", "NO_PROXY")
        .with("authorization: Bearer ollama");
  }

  private static RouteRow named(String name, String host, String list, RouteRow.Arrival arrival) {
    return row("NO_PROXY: " + name)
        .project(
            "{'env':{'ANTHROPIC_BASE_URL':'http://"
                + host
                + ":$PORT','ANTHROPIC_AUTH_TOKEN':'ollama'}}")
        .process("HTTPS_PROXY", "HTTP_PROXY=$PROXY", "NO_PROXY=" + list)
        .arrives(arrival)
        .with("authorization: Bearer ollama");
  }

  private static RouteRow exempt(String name, String list, RouteRow.Arrival arrival) {
    return proxied(name).process("HTTP_PROXY=$PROXY", "NO_PROXY=" + list).arrives(arrival);
  }
}
