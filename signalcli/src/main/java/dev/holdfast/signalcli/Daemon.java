package dev.holdfast.signalcli;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/// A line to a signal-cli daemon. Signal-cli asks nobody who they are: it belongs on the
/// loopback address.
public interface Daemon extends AutoCloseable {
  /// Keep-alives come every 15 s; two may be missed.
  Duration SILENCE = Duration.ofSeconds(40);

  /// The daemon at an address.
  ///
  /// @param url `http://host:port` or `tcp://host:port`
  /// @param account number or ACI; empty where the daemon has one account
  /// @throws IllegalArgumentException if it is no such address
  static Daemon at(String url, String account) {
    return at(url, account, SILENCE);
  }

  /// The same with another patience.
  ///
  /// @param silence after which a connection counts as dead
  static Daemon at(String url, String account, Duration silence) {
    var address = URI.create(url);
    var scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    if (address.getHost() == null || (scheme.equals("tcp") && address.getPort() < 0))
      throw new IllegalArgumentException("not an address of a signal-cli daemon");
    return switch (scheme) {
      case "http", "https" -> new HttpDaemon(address, account, silence);
      case "tcp" -> new TcpDaemon(address.getHost(), address.getPort(), account, silence);
      default -> throw new IllegalArgumentException("not an address of a signal-cli daemon");
    };
  }

  /// Calls a method.
  ///
  /// @param params without the account, which is added where there is one
  /// @return its result
  /// @throws SignalCliException if there is none
  JsonNode call(String method, Map<String, Object> params);

  /// Listens until the connection ends.
  ///
  /// @param lastId where an earlier connection got to; empty for none
  /// @throws SignalCliException if the connection could not be made or was cut
  void listen(String lastId, Listener listener);

  @Override
  void close();

  /// Takes what arrives.
  interface Listener {
    /// The connection is there: what is sent from now on arrives.
    void connected();

    /// Something arrived. The next one is read once this returns.
    ///
    /// @param id where the stream has got to; empty if the daemon does not say
    void arrived(Event event, String id);
  }
}
