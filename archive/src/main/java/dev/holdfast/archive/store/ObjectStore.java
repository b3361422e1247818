package dev.holdfast.archive.store;

import dev.holdfast.kernel.ObjectName;
import dev.holdfast.kernel.manifest.SealedObject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Keeps the sealed objects and signed manifests of one vault. Nothing it answers is believed
/// without a check by the caller.
///
/// Several threads may call one instance at a time. A store that cannot be reached, is full or
/// refuses is an `IOException` (a subclass of the implementation's choice); what was durable before
/// stays so.
public interface ObjectStore {
  /// What the store says it keeps under a name; empty if nothing complete is there.
  Optional<SealedObject> find(ObjectName name) throws IOException;

  /// Stores an object. Once this returns the object is durable. An object that is there already
  /// with this hash is left alone. An interrupted transfer of the same bytes goes on where it
  /// stopped, within this call and in a later one; an unfinished transfer of other bytes is dropped.
  ///
  /// @param content holds the bytes that `object` describes at its front, at most
  ///          [#OBJECT_LIMIT]; not kept, not changed
  /// @throws OtherContentException if a complete object with another hash has this name
  void put(SealedObject object, byte[] content) throws IOException;

  /// A part of an object.
  ///
  /// @param from first byte, from 0
  /// @param length at most [#OBJECT_LIMIT]; the answer is shorter only at the object's end
  /// @throws dev.holdfast.archive.ArchiveException of kind ABSENT if there is no such object
  byte[] read(ObjectName name, long from, int length) throws IOException;

  /// The manifests with a sequence number above `after`, in order.
  List<StoredManifest> manifests(long after) throws IOException;

  /// Offers a manifest as the next of the vault. Once the answer is `Stored` it is durable.
  Publication publish(SignedManifest manifest) throws IOException;

  /// No sealed object is longer: 96 MiB. Only one that holds a single huge message is longer than
  /// 20 MiB (docs/format.md, section 6).
  int OBJECT_LIMIT = 96 << 20;
}
