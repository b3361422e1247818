/// Where sealed objects and signed manifests are kept, as the owner's side sees it: a port, a
/// folder that implements it, and the check of a vault's chain of manifests.
@NullMarked
package dev.holdfast.archive.store;

import org.jspecify.annotations.NullMarked;
