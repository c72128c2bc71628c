package dev.nn.playground.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.Headers;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest {
  private final Guard guard = new Guard(8420);

  private static Headers headers(String... namesAndValues) {
    Headers headers = new Headers();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      headers.add(namesAndValues[i], namesAndValues[i + 1]);
    }
    return headers;
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1:8420", "localhost:8420"})
  void itsOwnPageIsLetIn(String host) {
    assertEquals(Optional.empty(), guard.refusal(headers("Host", host), false));
    assertEquals(
        Optional.empty(),
        guard.refusal(
            headers("Host", host, "Origin", "http://" + host, "Sec-Fetch-Site", "same-origin"),
            true));
  }

  @ParameterizedTest
  @CsvSource({
    "evil.example:8420",
    "127.0.0.1",
    "127.0.0.1:80",
    "localhost.evil.example:8420",
    "127.0.0.1:8420.evil.example",
    "[::1]:8420",
    "LOCALHOST:8421"
  })
  void otherNamesAreRefused(String host) {
    assertTrue(
        guard
            .refusal(headers("Host", host), false)
            .orElseThrow()
            .startsWith("This server answers to 127.0.0.1:8420 only"));
  }

  @Test
  void noNameOrTwoNamesAreRefused() {
    assertTrue(guard.refusal(headers(), false).isPresent());
    assertTrue(
        guard
            .refusal(headers("Host", "127.0.0.1:8420", "Host", "evil.example"), false)
            .isPresent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://evil.example",
        "https://127.0.0.1:8420",
        "http://127.0.0.1:8421",
        "http://127.0.0.1:8420.evil.example",
        "http://localhost:8420",
        "null"
      })
  void otherOriginsAreRefusedWhateverTheyAskFor(String origin) {
    Headers headers = headers("Host", "127.0.0.1:8420", "Origin", origin);
    assertTrue(guard.refusal(headers, false).isPresent());
    assertTrue(guard.refusal(headers, true).isPresent());
  }

  @Test
  void aChangeSaysWhereItComesFrom() {
    assertTrue(
        guard
            .refusal(headers("Host", "127.0.0.1:8420"), true)
            .orElseThrow()
            .contains("Origin: http://127.0.0.1:8420"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site"})
  void whatABrowserSaysIsFromElsewhereIsRefused(String site) {
    Headers headers = headers("Host", "127.0.0.1:8420", "Sec-Fetch-Site", site);
    assertTrue(guard.refusal(headers, false).isPresent());
  }

  @Test
  void whatIsTypedIntoTheAddressBarIsFromNowhere() {
    Headers headers = headers("Host", "127.0.0.1:8420", "Sec-Fetch-Site", "none");
    assertEquals(Optional.empty(), guard.refusal(headers, false));
  }
}
