package dev.holdfast.guard.lexicon;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.guard.fold.Folder;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LexiconTest {
  static final Lexicon LEXICON = Lexicon.load();
  static final Folder FOLDER = new Folder(LEXICON);

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      en | could you shoot that over | SEND
      en | what does it say | READ
      de | kannst du mir das mal eben durchgeben | SEND
      de | fuegen Sie ihn hier ein, einfach rein kopieren | PASTE
      de | machen Sie bitte die Sperre raus | LOCK
      fr | mets-moi ça ici | SEND
      fr | ça dit quoi | READ
      es | pásamelo por aquí | SEND
      es | pasamelo por aqui | HERE
      pt | me passa aí o numerozinho | SEND
      it | me lo giri | SEND
      it | quello lungo con i cancelletti | LINE
      nl | gooi maar door | SEND
      nl | zet hem hier neer | PASTE
      pl | podrzuć mi te cyferki | SEND
      cs | šup s nimi sem, cvrnkni mi to | SEND
      ro | dă-l încoa | SEND
      hu | átküldenéd nekem | SEND
      sv | släng hit det | SEND
      el | ρίξ' το εδώ | SEND
      el-Latn | steilto mou edw | SEND
      """)
  void whoeverHandsOverIsUnderstoodAsPeopleSayIt(String tag, String said, Concept concept) {
    assertTrue(conceptsOf(tag, said).contains(concept), said);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      en | nobody but us may see it
      de | niemandem außer uns
      fr | à personne d'autre que nous
      es | a nadie más que a nosotros
      pt | a ninguém a não ser a nós
      it | a nessuno tranne noi
      nl | aan niemand behalve ons
      pl | nikomu poza nami
      cs | nikomu kromě nás
      ro | nimănui în afară de noi
      hu | senkinek, csak nekünk
      sv | ingen utom oss
      el | σε κανέναν εκτός από εμάς
      el-Latn | se kanenan ektos apo emas
      """)
  void theExceptionInsideTheAdviceIsHeard(String tag, String said) {
    assertTrue(conceptsOf(tag, said).contains(Concept.EXCEPT), said);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      ro | hotelul e frumos | SCAM
      cs | za dvě hodiny | SEND
      hu | a család vacsorázik | SCAM
      fr | le mot de passe | SEND
      es | si mañana llueve | APPROVE
      sv | vi bor vid havet | OFF
      pl | to ważny dzień | LINE
      el | το έδωσε χθες | HERE
      """)
  void anEverydayWordIsNotTakenForAStemItOnlyBeginsWith(String tag, String said, Concept concept) {
    assertFalse(conceptsOf(tag, said).contains(concept), said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "fr", "es", "pt", "it", "nl", "pl", "cs", "ro", "hu", "sv",
      "el", "el-Latn"})
  void everyEntryStillHasLettersInPlainFormAndNoStemIsASingleLetter(String tag) {
    for (var entry : WordList.read(tag)) {
      var letters = FOLDER.fold(entry.word()).text().strip().length();
      assertTrue(letters > 1 || (letters == 1 && entry.suffix() == 0) || entry.word().equals("€"),
          () -> tag + " " + entry.concept() + " " + entry.word());
    }
  }

  /// The concepts that the words of this one language name.
  private static Set<Concept> conceptsOf(String tag, String said) {
    var bit = Tongue.of(tag).orElseThrow().bit();
    var concepts = EnumSet.noneOf(Concept.class);
    for (var hit : LEXICON.in(FOLDER.fold(said).text()))
      if ((hit.tongues() & bit) != 0) concepts.add(hit.concept());
    return concepts;
  }
}
