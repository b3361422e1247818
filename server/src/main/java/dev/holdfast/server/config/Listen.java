package dev.holdfast.server.config;

import java.net.InetAddress;
import java.net.UnknownHostException;

/// Where a server listens.
///
/// @param host a name or an address; IPv6 without brackets
/// @param port 0 to 65535; 0 lets the system choose
public record Listen(String host, int port) {
  /// @throws IllegalArgumentException with a sentence for people
  static Listen parse(String text) {
    int colon = text.lastIndexOf(':');
    var host = colon < 0 ? "" : text.substring(0, colon);
    var port = text.substring(colon + 1);
    if (host.startsWith("[") && host.endsWith("]")) host = host.substring(1, host.length() - 1);
    if (host.isEmpty() || !port.matches("\\d{1,5}") || Integer.parseInt(port) > 65_535)
      throw new IllegalArgumentException("expected HOST:PORT, such as 127.0.0.1:8470");
    return new Listen(host, Integer.parseInt(port));
  }

  /// True if only this machine can connect.
  ///
  /// @throws IllegalArgumentException if there is no such host
  public boolean loopback() {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("there is no host \"" + host + "\"", e);
    }
  }

  /// As it stands in an address.
  public String printed(int boundPort) {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + boundPort;
  }
}
