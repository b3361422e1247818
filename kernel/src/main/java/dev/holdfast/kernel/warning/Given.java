package dev.holdfast.kernel.warning;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Fields of files that must be there.
final class Given {
  private Given() {}

  static <T> T value(@Nullable T value) {
    if (value == null) throw new IllegalArgumentException("a field is missing");
    return value;
  }

  static <T, R> List<R> each(@Nullable List<@Nullable T> list, Function<T, R> reading) {
    var read = new ArrayList<R>();
    for (var item : value(list))
      read.add(reading.apply(value(item)));
    return read;
  }
}
