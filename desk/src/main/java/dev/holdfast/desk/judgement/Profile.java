package dev.holdfast.desk.judgement;

import dev.holdfast.desk.trait.Kind;
import dev.holdfast.desk.trait.Marks;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// What a number of reports show together: each mark with the number of reports that show it.
/// Never changes.
public final class Profile {
  /// A time nobody told.
  public static final long UNTOLD = Long.MIN_VALUE;

  private final int reports;
  private final int cores;
  private final long[] marks;
  private final int[] counts;
  private final int[] ofKind;
  private final long first;
  private final long last;

  private Profile(int reports, int cores, long[] marks, int[] counts, int[] ofKind, long first,
      long last) {
    this.reports = reports;
    this.cores = cores;
    this.marks = marks;
    this.counts = counts;
    this.ofKind = ofKind;
    this.first = first;
    this.last = last;
  }

  /// One report.
  ///
  /// @param marks sorted, each once; not copied
  /// @param at milliseconds since 1970, or [#UNTOLD]
  public static Profile one(long[] marks, long at) {
    var counts = new int[marks.length];
    Arrays.fill(counts, 1);
    var ofKind = new int[Kind.ALL.size()];
    for (var mark : marks)
      ofKind[Marks.kind(mark).place()] = 1;
    return new Profile(1, 0, marks, counts, ofKind, at, at);
  }

  /// Both together.
  public Profile with(Profile other) {
    var size = marks.length + other.marks.length;
    var joined = new long[size];
    var sums = new int[size];
    var kept = 0;
    for (int i = 0, k = 0; i < marks.length || k < other.marks.length; kept++) {
      var mine = k >= other.marks.length || (i < marks.length && marks[i] <= other.marks[k]);
      var theirs = i >= marks.length || (k < other.marks.length && other.marks[k] <= marks[i]);
      joined[kept] = mine ? marks[i] : other.marks[k];
      sums[kept] = (mine ? counts[i++] : 0) + (theirs ? other.counts[k++] : 0);
    }
    var kinds = ofKind.clone();
    for (var i = 0; i < kinds.length; i++)
      kinds[i] += other.ofKind[i];
    return new Profile(reports + other.reports, cores + other.cores, Arrays.copyOf(joined, kept),
        Arrays.copyOf(sums, kept), kinds, earlier(first, other.first),
        Math.max(last, other.last));
  }

  /// Without one report that is part of it. The times stay.
  public Profile without(Profile one) {
    var left = new long[marks.length];
    var sums = new int[marks.length];
    var kept = 0;
    var k = 0;
    for (var i = 0; i < marks.length; i++) {
      while (k < one.marks.length && one.marks[k] < marks[i])
        k++;
      var less = k < one.marks.length && one.marks[k] == marks[i] ? one.counts[k] : 0;
      if (counts[i] == less) continue;
      left[kept] = marks[i];
      sums[kept++] = counts[i] - less;
    }
    var kinds = ofKind.clone();
    for (var i = 0; i < kinds.length; i++)
      kinds[i] -= one.ofKind[i];
    return new Profile(reports - one.reports, cores, Arrays.copyOf(left, kept),
        Arrays.copyOf(sums, kept), kinds, first, last);
  }

  /// The same, known as a core: held together by more than one hard value.
  public Profile asCore() {
    return new Profile(reports, 1, marks, counts, ofKind, first, last);
  }

  private static long earlier(long a, long b) {
    return a == UNTOLD ? b : b == UNTOLD ? a : Math.min(a, b);
  }

  /// How many reports.
  public int reports() {
    return reports;
  }

  /// How many cores went into it.
  public int cores() {
    return cores;
  }

  /// How many reports show this kind at all.
  int ofKind(Kind kind) {
    return ofKind[kind.place()];
  }

  /// How many different marks.
  public int size() {
    return marks.length;
  }

  /// The mark at a place; they are sorted.
  public long mark(int index) {
    return marks[index];
  }

  /// How many reports show the mark at a place.
  public int count(int index) {
    return counts[index];
  }

  /// The share of the reports with this kind that show a mark.
  public double share(long mark) {
    var at = Arrays.binarySearch(marks, mark);
    return at < 0 ? 0 : (double) counts[at] / Math.max(1, ofKind(Marks.kind(mark)));
  }

  /// The earliest and the latest time told, or [#UNTOLD].
  long first() {
    return first;
  }

  long last() {
    return last;
  }

  /// Its form in the database.
  public byte[] bytes() {
    var bytes = ByteBuffer.allocate(28 + ofKind.length * 4 + marks.length * 12);
    bytes.putInt(reports).putInt(cores).putLong(first).putLong(last).putInt(ofKind.length);
    for (var count : ofKind)
      bytes.putInt(count);
    for (var i = 0; i < marks.length; i++)
      bytes.putLong(marks[i]).putInt(counts[i]);
    return bytes.array();
  }

  /// The inverse of [#bytes].
  public static Profile of(byte[] stored) {
    var bytes = ByteBuffer.wrap(stored);
    var reports = bytes.getInt();
    var cores = bytes.getInt();
    var first = bytes.getLong();
    var last = bytes.getLong();
    var ofKind = new int[bytes.getInt()];
    for (var i = 0; i < ofKind.length; i++)
      ofKind[i] = bytes.getInt();
    var size = bytes.remaining() / 12;
    var marks = new long[size];
    var counts = new int[size];
    for (var i = 0; i < size; i++) {
      marks[i] = bytes.getLong();
      counts[i] = bytes.getInt();
    }
    return new Profile(reports, cores, marks, counts, ofKind, first, last);
  }
}
