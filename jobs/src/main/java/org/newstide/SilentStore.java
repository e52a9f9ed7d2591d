package org.newstide;

import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.regex.Pattern;

/**
 * Knows by what a file system says that its store did not answer, or was too busy to. A store that
 * says that a file is not there, or not for this user, has answered.
 */
final class SilentStore {
  /** Of HTTP clients, which each connector brings along in a package of its own. */
  private static final Pattern CLIENTS =
      Pattern.compile(
          "[.$](?:ConnectTimeoutException|ConnectionPoolTimeoutException|NoHttpResponseException)$");

  /**
   * How the connectors of S3, Azure and Google write down the HTTP status of an answer, in this
   * order: their classes are not there to be named where nobody uses them.
   */
  private static final Pattern BUSY =
      Pattern.compile(
          "Status [Cc]ode: (?:429|50[0234])\\b|\\bSlowDown\\b"
              + "|, (?:429|50[0234]), (?:GET|HEAD|PUT|POST|PATCH|DELETE)\\b"
              + "|^(?:429|50[0234]) [A-Z]");

  private SilentStore() {}

  /** Whether an exception, without regard to its causes, says so. */
  static boolean isToldBy(Throwable cause) {
    return cause instanceof SocketException
        || cause instanceof SocketTimeoutException
        || cause instanceof UnknownHostException
        || cause instanceof UnresolvedAddressException
        || CLIENTS.matcher(cause.getClass().getName()).find()
        || cause instanceof IOException && BUSY.matcher(String.valueOf(cause.getMessage())).find();
  }
}
