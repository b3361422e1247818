/// What still helps somebody who already gave something away, in which order and until when, in the
/// languages of frightened people (docs/respond.md). Rules and texts alone: a device offline and a
/// desk's page say the same.
@NullMarked
package dev.holdfast.guard.runbook;

import org.jspecify.annotations.NullMarked;
