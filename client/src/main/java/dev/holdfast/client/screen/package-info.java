/// Screening many conversations at once, and a verdict as programs read it: the contract between
/// the guard and whoever calls it from another language.
@NullMarked
package dev.holdfast.client.screen;

import org.jspecify.annotations.NullMarked;
