package dev.holdfast.archive.seal;

import com.exceptionfactory.jagged.FileKey;
import com.exceptionfactory.jagged.RecipientStanza;
import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.UnsupportedRecipientStanzaException;
import dev.holdfast.archive.ArchiveException;
import dev.holdfast.kernel.device.SealingKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The stanza `mlkem768x25519` of age: the file key sealed by HPKE (docs/format.md, section 1).
///
/// @param getArguments the encapsulation in base64 without padding
/// @param getBody the sealed file key, 32 bytes
@SuppressWarnings("ArrayRecordComponent") // the names and types are the library's
record HybridStanza(List<String> getArguments, byte[] getBody) implements RecipientStanza {
  static final String TYPE = "mlkem768x25519";

  private static final byte[] INFO = "age-encryption.org/mlkem768x25519"
      .getBytes(StandardCharsets.US_ASCII);
  private static final int BODY_BYTES = 32;

  @Override
  public String getType() {
    return TYPE;
  }

  static RecipientStanzaWriter writer(SealingKey key) {
    return fileKey -> List.of(seal(key, fileKey));
  }

  private static RecipientStanza seal(SealingKey key, FileKey fileKey) {
    var sealed = Hpke.seal(key, INFO, fileKey.getEncoded());
    var encapsulation = Arrays.copyOf(sealed, Hpke.ENCAPSULATION_BYTES);
    var body = Arrays.copyOfRange(sealed, Hpke.ENCAPSULATION_BYTES, sealed.length);
    var argument = Base64.getEncoder().withoutPadding().encodeToString(encapsulation);
    return new HybridStanza(List.of(argument), body);
  }

  /// A reader that tries every stanza of this type and refuses malformed ones, also behind a match.
  static RecipientStanzaReader reader(Identity identity) {
    return stanzas -> {
      FileKey found = null;
      for (var stanza : stanzas) {
        if (!stanza.getType().equals(TYPE)) continue;
        var sealed = sealed(stanza);
        if (found == null) found = open(identity, sealed);
      }
      if (found == null)
        throw new UnsupportedRecipientStanzaException("sealed for nobody who is known here");
      return found;
    };
  }

  private static byte[] sealed(RecipientStanza stanza) throws GeneralSecurityException {
    if (stanza.getArguments().size() != 1) throw malformed();
    var argument = stanza.getArguments().getFirst();
    var encapsulation = decode(argument);
    var body = stanza.getBody();
    boolean canonical = Base64.getEncoder()
        .withoutPadding()
        .encodeToString(encapsulation)
        .equals(argument);
    if (!canonical || encapsulation.length != Hpke.ENCAPSULATION_BYTES
        || body.length != BODY_BYTES)
      throw malformed();
    var sealed = Arrays.copyOf(encapsulation, encapsulation.length + body.length);
    System.arraycopy(body, 0, sealed, encapsulation.length, body.length);
    return sealed;
  }

  private static byte[] decode(String argument) throws GeneralSecurityException {
    try {
      return Base64.getDecoder().decode(argument);
    } catch (IllegalArgumentException e) {
      throw malformed();
    }
  }

  private static @Nullable FileKey open(Identity identity, byte[] sealed)
      throws GeneralSecurityException {
    try {
      return new FileKey(Hpke.openStrictly(identity, INFO, sealed));
    } catch (Hpke.MalformedEncapsulationException e) {
      throw malformed();
    } catch (ArchiveException e) {
      return null;
    }
  }

  private static GeneralSecurityException malformed() {
    return new GeneralSecurityException("malformed " + TYPE + " stanza");
  }
}
