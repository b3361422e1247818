package dev.holdfast.picture;

/// A rectangle; right and bottom lie outside.
record Box(int left, int top, int right, int bottom) {
  int width() {
    return right - left;
  }

  int height() {
    return bottom - top;
  }

  Box with(int x, int y) {
    return new Box(Math.min(left, x), Math.min(top, y), Math.max(right, x + 1),
        Math.max(bottom, y + 1));
  }

  Box times(int factor) {
    return new Box(left * factor, top * factor, right * factor, bottom * factor);
  }

  Box inset(int by) {
    return new Box(left + by, top + by, right - by, bottom - by);
  }
}
