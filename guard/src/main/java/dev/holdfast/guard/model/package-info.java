/// The small trained model: hashed features in, probabilities out.
@NullMarked
package dev.holdfast.guard.model;

import org.jspecify.annotations.NullMarked;
