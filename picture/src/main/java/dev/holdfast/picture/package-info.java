/// Turns pictures of chats into words: who wrote what, and what the QR codes hold. Both sides need
/// it, and neither trusts the pictures.
@NullMarked
package dev.holdfast.picture;

import org.jspecify.annotations.NullMarked;
