package dev.holdfast.desk.warning;

import dev.holdfast.kernel.warning.Feed;
import dev.holdfast.kernel.warning.Warning;
import dev.holdfast.kernel.warning.Wording;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// A feed for feed readers (RFC 4287): the same texts, one entry for each language. It is not
/// signed; devices check the JSON form.
final class Atom {
  private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

  private final XMLStreamWriter out;

  private Atom(XMLStreamWriter out) {
    this.out = out;
  }

  static byte[] of(Feed feed) {
    var bytes = new ByteArrayOutputStream();
    try {
      var out = XMLOutputFactory.newFactory()
          .createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      new Atom(out).write(feed);
      out.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a feed cannot be written as XML", e);
    }
    return bytes.toByteArray();
  }

  private void write(Feed feed) throws XMLStreamException {
    out.writeStartDocument("UTF-8", "1.0");
    out.writeStartElement("feed");
    out.writeDefaultNamespace(NAMESPACE);
    text("title", feed.desk());
    text("id", "urn:holdfast:desk:" + feed.key().hex());
    text("updated", feed.issuedAt().toString());
    link("self", "feed.atom", "application/atom+xml");
    link("alternate", "feed.json", "application/json");
    out.writeStartElement("author");
    text("name", feed.desk());
    out.writeEndElement();
    for (var signed : feed.warnings())
      for (var wording : signed.warning().wordings())
        entry(signed.warning(), wording);
    out.writeEndElement();
    out.writeEndDocument();
  }

  private void entry(Warning warning, Wording wording) throws XMLStreamException {
    out.writeStartElement("entry");
    out.writeAttribute("xml:lang", wording.language());
    text("title", wording.title());
    text("id", "urn:holdfast:warning:" + warning.id() + ":" + wording.language());
    text("published", warning.issuedAt().toString());
    text("updated", warning.issuedAt().toString());
    link("alternate", "warnings/" + warning.id() + ".json", "application/json");
    for (var ask : warning.asks()) {
      out.writeEmptyElement("category");
      out.writeAttribute("term", ask);
    }
    text("content", wording.looks() + "\n\n" + wording.todo());
    out.writeEndElement();
  }

  private void link(String rel, String href, String type) throws XMLStreamException {
    out.writeEmptyElement("link");
    out.writeAttribute("rel", rel);
    out.writeAttribute("href", href);
    out.writeAttribute("type", type);
  }

  private void text(String name, String text) throws XMLStreamException {
    out.writeStartElement(name);
    out.writeCharacters(text);
    out.writeEndElement();
  }
}
