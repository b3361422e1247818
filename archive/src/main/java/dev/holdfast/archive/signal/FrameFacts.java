package dev.holdfast.archive.signal;

import dev.holdfast.archive.ArchiveException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a snapshot needs to know of one frame behind BackupInfo. Source: docs/format.md, section
/// 13.
///
/// @param defines the ids it defines
/// @param chat the file-local id of a chat item's chat; 0 for anything else
/// @param media the local media files it names, in order, a file possibly more than once
/// @param mediaOnlyInCloud how many media it names that are in Signal's cloud but not in the folder
/// @param expires when a chat item with a running timer is to disappear
public record FrameFacts(FrameKind kind, List<Definition> defines, long chat,
    List<MediaPointer> media,
    int mediaOnlyInCloud, Optional<Instant> expires) {
  /// Copies the lists.
  public FrameFacts {
    defines = List.copyOf(defines);
    media = List.copyOf(media);
  }

  /// Reads a frame. Throws for no input: what is not well formed is `UNREADABLE` and says
  /// nothing else.
  public static FrameFacts of(byte[] frame) {
    try {
      return new Reading().read(frame);
    } catch (ArchiveException e) {
      return new FrameFacts(FrameKind.UNREADABLE, List.of(), 0, List.of(), 0, Optional.empty());
    }
  }

  private static final class Reading {
    private FrameKind kind = FrameKind.UNKNOWN;
    private List<Definition> defines = List.of();
    private long chat;
    private long expireStart;
    private long expiresIn;
    private final List<MediaPointer> media = new ArrayList<>();
    private int onlyInCloud;

    FrameFacts read(byte[] frame) {
      var fields = new WireReader(frame);
      while (fields.next()) {
        if (fields.isBytes()) member(FrameKind.ofField(fields.number()), fields.message());
      }
      MediaPaths.visit(new WireReader(frame), this::pointer);
      return new FrameFacts(kind, defines, chat, media, onlyInCloud, expires());
    }

    private void member(FrameKind found, WireReader message) {
      if (found == FrameKind.UNKNOWN) return;
      kind = found;
      switch (found) {
        case ACCOUNT -> defines = Definitions.colors(message);
        case RECIPIENT -> defines = Definitions.recipient(message);
        case CHAT -> defines = Definitions.chat(message);
        case CHAT_ITEM -> chatItem(message);
        case UNKNOWN, STICKER_PACK, AD_HOC_CALL, NOTIFICATION_PROFILE, CHAT_FOLDER, UNREADABLE -> {
          // these define nothing
        }
      }
    }

    private void chatItem(WireReader item) {
      while (item.next()) {
        if (!item.isVarint()) continue;
        switch (item.number()) {
          case 1 -> chat = item.varint();
          case 4 -> expireStart = item.varint();
          case 5 -> expiresIn = item.varint();
          default -> {
            // the rest is for readers of messages
          }
        }
      }
    }

    private void pointer(MediaPointer.Reading reading) {
      reading.found().ifPresent(media::add);
      if (reading.onlyInCloud()) onlyInCloud++;
    }

    /// Times beyond what a date can hold mean never, as a sum that overflows does.
    private Optional<Instant> expires() {
      long due = expireStart + expiresIn;
      boolean running = expireStart > 0 && expiresIn > 0 && due > 0;
      return running ? Optional.of(Instant.ofEpochMilli(due)) : Optional.empty();
    }
  }
}
