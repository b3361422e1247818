package dev.holdfast.sample;

import dev.holdfast.sample.Sample.Numbering;

/// The file-local ids of one export. Recipients stand in the order: self, release notes, my story,
/// contacts, groups; chats in the order: contacts, groups.
final class Numbers {
  static final int SELF = 0;
  static final int RELEASE_NOTES = 1;
  static final int STORY = 2;
  private static final int FIRST_CONTACT = 3;

  private final Sample sample;

  Numbers(Sample sample) {
    this.sample = sample;
  }

  long self() {
    return recipient(SELF);
  }

  /// @param contact 0 for the first contact
  long contact(int contact) {
    return recipient(FIRST_CONTACT + contact);
  }

  long group(int group) {
    return sample.numbering() == Numbering.STABLE
        ? 100_000L + 3L * group
        : FIRST_CONTACT + sample.contacts() + group + 1L;
  }

  /// Android: row numbers with gaps. iOS: counted, the newest contact first, so that a new one
  /// shifts the others.
  long recipient(int position) {
    if (sample.numbering() == Numbering.STABLE) return 2L + 3L * position;
    if (position < FIRST_CONTACT) return position + 1L;
    return FIRST_CONTACT + (long) (sample.contacts() - (position - FIRST_CONTACT));
  }

  long chatOfContact(int contact) {
    return sample.numbering() == Numbering.STABLE
        ? 5L + 2L * contact
        : sample.contacts() - (long) contact;
  }

  long chatOfGroup(int group) {
    return sample.numbering() == Numbering.STABLE
        ? 200_001L + 2L * group
        : sample.contacts() + group + 1L;
  }
}
