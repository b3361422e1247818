package dev.holdfast.archive.store;

import dev.holdfast.kernel.ObjectName;
import java.io.IOException;

/// A complete object with another hash lies under the name already; it is left as it is.
public final class OtherContentException extends IOException {
  private static final long serialVersionUID = 1L;

  public OtherContentException(ObjectName name) {
    super("object " + name.hex().substring(0, 8) + " is in the store already with another content");
  }
}
