package dev.nn.playground;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a playground as a page does, or as one that means no good. */
final class Client {
  private static final int PATIENCE_MILLIS = 20_000;

  private final String host;
  private final int port;

  Client(URI playground) {
    this.host = playground.getHost();
    this.port = playground.getPort();
  }

  /**
   * What came back.
   *
   * @param status such as 200
   * @param head the headers
   * @param body what follows them
   */
  record Answer(int status, String head, String body) {

    /** The id of the run that was started. */
    String id() {
      Matcher matcher = Pattern.compile("\"id\":\"([0-9a-f]{32})\"").matcher(body);
      if (!matcher.find()) {
        throw new AssertionError(this);
      }
      return matcher.group(1);
    }
  }

  Answer get(String path) throws IOException {
    return send("GET " + path, "Host: " + host + ":" + port, "");
  }

  Answer post(String path, String body) throws IOException {
    return send(
        "POST " + path,
        "Host: " + host + ":" + port + "\r\nOrigin: http://" + host + ":" + port,
        body);
  }

  /** Sends a request with headers of all kinds, which libraries would not do. */
  Answer send(String method, String headers, String body) throws IOException {
    try (Socket socket = open(method, headers, body)) {
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int split = answer.indexOf("\r\n\r\n");
      if (split < 0) {
        throw new IOException("no answer: " + answer);
      }
      return new Answer(
          Integer.parseInt(answer.split(" ", 3)[1]),
          answer.substring(0, split),
          answer.substring(split + 4));
    }
  }

  private Socket open(String method, String headers, String body) throws IOException {
    Socket socket = new Socket(host, port);
    socket.setSoTimeout(PATIENCE_MILLIS);
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String head =
        "%s HTTP/1.1\r\n%s\r\nConnection: close\r\nContent-Length: %s\r\n\r\n"
            .formatted(method, headers, bytes.length);
    socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
    return socket;
  }

  /** Looks at a run. */
  Frames frames(String id) throws IOException {
    Socket socket = open("GET /runs/" + id + "/frames", "Host: " + host + ":" + port, "");
    return new Frames(
        socket,
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)));
  }

  /**
   * The frames of a run as they come.
   *
   * @param socket the connection
   * @param lines what comes through it
   */
  record Frames(Socket socket, BufferedReader lines) implements AutoCloseable {

    /** Waits for the next; null if no more will come. */
    String next() throws IOException {
      String line = lines.readLine();
      while (line != null && !line.startsWith("data: ")) {
        line = lines.readLine();
      }
      return line;
    }

    /** As a page does that is closed. */
    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
