package dev.holdfast.server.gate;

import dev.holdfast.kernel.signature.Authority;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The names under which this server is called. What was signed for another server does not count
/// here: else whoever was sent a call could repeat it elsewhere.
///
/// @param outside the name in the public address, which a proxy may have replaced in the call
/// @param inside names that lead to this machine directly
/// @param any true if the name in the call has to be believed: the server is reached from beyond
///          this machine and was not told its public address
public record Names(Optional<String> outside, List<String> inside, boolean any) {
  /// Copies the list.
  public Names { inside = List.copyOf(inside); }

  /// @param publicUrl what others know the server by, if that is set
  /// @param local where it listens, with its port
  /// @param loopback true if it listens on the loopback address
  public static Names of(Optional<URI> publicUrl, URI local, boolean loopback) {
    var hosts = loopback
        ? Stream.of(local.getHost(), "127.0.0.1", "localhost", "[::1]")
        : Stream.of(local.getHost());
    return new Names(publicUrl.map(url -> Authority.of(url.getScheme(), url.getRawAuthority())),
        hosts.distinct()
            .map(host -> Authority.of(local.getScheme(), host + ":" + local.getPort()))
            .toList(),
        !loopback && publicUrl.isEmpty());
  }

  /// For which names a call may have been signed.
  ///
  /// @param called the name in the call
  List<String> of(String called) {
    var names = new ArrayList<String>();
    if (any || inside.contains(called)) names.add(called);
    outside.filter(name -> !names.contains(name)).ifPresent(names::add);
    return names;
  }
}
