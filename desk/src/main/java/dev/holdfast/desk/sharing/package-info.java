/// What the desk knows, in the languages of other tools: STIX 2.1, MISP, TAXII 2.1, CSV; and theirs
/// in ours. The traffic light decides what leaves (docs/sharing.md).
@NullMarked
package dev.holdfast.desk.sharing;

import org.jspecify.annotations.NullMarked;
