package dev.nn.playground.web;

import com.sun.net.httpserver.Headers;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps out what comes from other pages. A page from elsewhere can have the browser send requests
 * to this machine, either as what they are, and then they bear its origin, or under a name of its
 * own that it has made an alias of 127.0.0.1 (DNS rebinding), and then they bear that name.
 */
final class Guard {
  private static final Set<String> FROM_HERE = Set.of("same-origin", "none");

  private final Set<String> hosts;

  Guard(int port) {
    this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
  }

  /**
   * Why a request is refused, or nothing if it is not.
   *
   * @param changes whether it changes anything; then it must say where it comes from, as every
   *     browser does
   */
  Optional<String> refusal(Headers headers, boolean changes) {
    List<String> host = headers.getOrDefault("Host", List.of());
    if (host.size() != 1 || !hosts.contains(host.get(0))) {
      return Optional.of(
          "This server answers to %s only; open it under that name."
              .formatted(hosts.stream().sorted().toList().get(0)));
    }
    List<String> origins = headers.getOrDefault("Origin", List.of());
    if (changes && origins.isEmpty()) {
      return Optional.of(
          "The request does not say which page it comes from: add the header Origin: http://"
              + host.get(0));
    }
    if (!origins.stream().allMatch(origin -> origin.equals("http://" + host.get(0)))) {
      return Optional.of("Requests of other pages are refused; open the playground itself.");
    }
    List<String> sites = headers.getOrDefault("Sec-Fetch-Site", List.of());
    return FROM_HERE.containsAll(sites)
        ? Optional.empty()
        : Optional.of("Requests of other pages are refused; open the playground itself.");
  }
}
