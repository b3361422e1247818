package dev.holdfast.kernel.signature;

import java.util.Locale;

/// The name of a server in a signature: RFC 9421's `@authority` (section 2.2.3).
public final class Authority {
  private Authority() {}

  /// Host and port in lower case, without the port that the scheme implies.
  ///
  /// @param scheme `http` or `https`
  /// @param hostAndPort as in an address or in the header `Host`
  public static String of(String scheme, String hostAndPort) {
    var name = hostAndPort.toLowerCase(Locale.ROOT);
    var implied = scheme.equals("https") ? ":443" : ":80";
    return name.endsWith(implied) ? name.substring(0, name.length() - implied.length()) : name;
  }
}
