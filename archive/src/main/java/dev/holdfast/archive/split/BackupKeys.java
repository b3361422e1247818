package dev.holdfast.archive.split;

import dev.holdfast.archive.seal.Recipient;
import dev.holdfast.archive.store.Signers;
import dev.holdfast.kernel.SecretBytes;
import dev.holdfast.kernel.SigningKey;
import dev.holdfast.kernel.VaultId;

/// What a device needs to add to a vault; none of it opens anything that is stored.
///
/// @param epoch the epoch in force, from 1
/// @param recipient VPK of that epoch
/// @param idKey 32 bytes (docs/format.md, section 3); lent, the caller closes it
/// @param signingKey the device's; lent
/// @param signers whose manifests this device builds upon
public record BackupKeys(VaultId vault, int epoch, Recipient recipient, SecretBytes idKey,
    SigningKey signingKey, Signers signers) {}
