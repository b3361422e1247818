package dev.holdfast.guard.draft;

import java.time.Instant;

/// What the owner is about to send.
///
/// @param chat names the chat, any stable string
/// @param text as typed or pasted
/// @param isContact whether the other side is saved
/// @param lured whether this chat was judged caution or danger
/// @param at when
public record Outgoing(String chat, String text, boolean isContact, boolean lured, Instant at) {}
