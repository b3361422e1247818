package dev.holdfast.archive.signal;

import java.util.ArrayList;
import java.util.List;

/// Finds the ids a frame defines and what they are known by. Source: docs/format.md, section 14.
final class Definitions {
  private static final int CONTACT = 2;
  private static final int GROUP = 3;
  private static final int LIST = 4;
  private static final int SELF = 5;
  private static final int RELEASE_NOTES = 6;
  private static final int CALL_LINK = 7;

  private Definitions() {}

  static List<Definition> recipient(WireReader recipient) {
    long id = 0;
    var keys = new ArrayList<ContentKey>();
    var rest = new WireWriter();
    while (recipient.next()) {
      if (recipient.number() == 1 && recipient.isVarint()) {
        id = recipient.varint();
        continue;
      }
      recipient.copyTo(rest);
      if (recipient.isBytes()) addKeys(keys, recipient.number(), recipient.message());
    }
    if (keys.isEmpty()) keys.add(ContentKey.of(IdSpace.RECIPIENT, "rest", rest.toBytes()));
    return id == 0 ? List.of() : List.of(new Definition(IdSpace.RECIPIENT, id, keys, 0));
  }

  private static void addKeys(List<ContentKey> keys, int member, WireReader fields) {
    switch (member) {
      case CONTACT -> addContact(keys, fields);
      case GROUP -> addBytes(keys, "group", fields);
      case LIST -> addBytes(keys, "list", fields);
      case CALL_LINK -> addBytes(keys, "call-link", fields);
      case SELF -> keys.add(ContentKey.of(IdSpace.RECIPIENT, "self", new byte[0]));
      case RELEASE_NOTES ->
        keys.add(ContentKey.of(IdSpace.RECIPIENT, "release-notes", new byte[0]));
      default -> {
        // a member that does not exist yet: known by its bytes
      }
    }
  }

  private static void addContact(List<ContentKey> keys, WireReader contact) {
    byte[] aci = {};
    byte[] pni = {};
    byte[] number = {};
    while (contact.next()) {
      switch (contact.number()) {
        case 1 -> aci = contact.isBytes() ? contact.bytes() : aci;
        case 2 -> pni = contact.isBytes() ? contact.bytes() : pni;
        case 4 -> number = contact.isVarint() ? Varint.of(contact.varint()) : number;
        default -> {
          // names, colours and settings change: they identify nobody
        }
      }
    }
    if (aci.length > 0) keys.add(ContentKey.of(IdSpace.RECIPIENT, "aci", aci));
    if (pni.length > 0) keys.add(ContentKey.of(IdSpace.RECIPIENT, "pni", pni));
    if (number.length > 0) keys.add(ContentKey.of(IdSpace.RECIPIENT, "e164", number));
  }

  /// Group, list and call link alike have their identity in field 1.
  private static void addBytes(List<ContentKey> keys, String kind, WireReader fields) {
    byte[] identity = {};
    while (fields.next()) {
      if (fields.number() == 1 && fields.isBytes()) identity = fields.bytes();
    }
    if (identity.length > 0) keys.add(ContentKey.of(IdSpace.RECIPIENT, kind, identity));
  }

  static List<Definition> chat(WireReader chat) {
    long id = 0;
    long recipient = 0;
    while (chat.next()) {
      if (chat.number() == 1 && chat.isVarint()) id = chat.varint();
      if (chat.number() == 2 && chat.isVarint()) recipient = chat.varint();
    }
    return id == 0 ? List.of() : List.of(new Definition(IdSpace.CHAT, id, List.of(), recipient));
  }

  static List<Definition> colors(WireReader account) {
    var found = new ArrayList<Definition>();
    while (account.next()) {
      if (account.number() != 9 || !account.isBytes()) continue;
      var settings = account.message();
      while (settings.next()) {
        if (settings.number() == 19 && settings.isBytes()) addColor(found, settings.message());
      }
    }
    return found;
  }

  private static void addColor(List<Definition> found, WireReader color) {
    long id = 0;
    var rest = new WireWriter();
    while (color.next()) {
      if (color.number() == 1 && color.isVarint()) id = color.varint();
      else
        color.copyTo(rest);
    }
    var key = ContentKey.of(IdSpace.COLOR, "rest", rest.toBytes());
    if (id != 0) found.add(new Definition(IdSpace.COLOR, id, List.of(key), 0));
  }
}
