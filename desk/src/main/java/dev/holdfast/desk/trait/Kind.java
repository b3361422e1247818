package dev.holdfast.desk.trait;

import java.util.List;

/// What can be compared. The figures are common-sense priors, checked on the generator's tuning
/// seeds: how much a rare shared value weighs, how often one actor keeps a value from report to
/// report, how common a value is among others, and how much it may speak against when it
/// never meets.
public enum Kind {
  /// The account that wrote.
  SENDER_ID("sender account", Layer.I, Group.SENDER, 4.5, .3, 0, .6),
  /// Its phone number.
  SENDER_NUMBER("sender number", Layer.I, Group.SENDER, 4.2, .3, 0, .6),
  /// `pub_key` of a device link.
  DEVICE_KEY("device-link key", Layer.I, Group.DEVICE, 4.5, .5, 0, 1.2),
  /// `uuid` of a device link.
  DEVICE_ID("device-link id", Layer.I, Group.DEVICE, 4.5, .3, 0, .6),
  /// A host below a registrable domain.
  HOST("host", Layer.I, Group.SITE, 3.4, .35, 0, .8),
  /// A registrable domain.
  DOMAIN("domain", Layer.I, Group.SITE, 3.4, .45, 0, 1.3),
  /// One exact place on a host that many share: a shortened link, a group, a handle.
  PLACE("exact link", Layer.I, Group.SITE, 3.6, .4, 0, 1.0),
  /// The pattern of a path.
  KIT("path pattern", Layer.I, Group.KIT, 2.0, .6, .03, 1.0),
  /// An address, number or handle inside the text.
  CONTACT("contact in the text", Layer.I, Group.CONTACT, 3.2, .5, 0, 1.0),
  /// A picture, up to a distance.
  IMAGE("picture", Layer.I, Group.IMAGE, 2.6, .6, 0, 1.1),
  /// A misspelling, against the spelling others use in its place.
  SPELLING("spelling", Layer.I, Group.STYLE, 0, .75, .02, 1.0),
  /// Characters without a glyph.
  HIDDEN("invisible characters", Layer.I, Group.STYLE, 0, .85, .015, 1.0),
  /// Letters of another alphabet inside words.
  GLYPHS("look-alike letters", Layer.I, Group.STYLE, 0, .85, .02, 1.0),
  /// Gaps: doubled, missing, before a sign.
  SPACING("spacing", Layer.I, Group.STYLE, 0, .85, .06, 1.0),
  /// How a menu path is drawn.
  ARROW("arrows", Layer.I, Group.STYLE, 0, .85, .2, 1.0),
  /// Quotation marks, dashes, dots, exclamation marks.
  PUNCTUATION("punctuation", Layer.I, Group.STYLE, 0, .8, .15, .8),
  /// How steps are numbered.
  BULLET("numbering", Layer.I, Group.STYLE, 0, .85, .2, .8),
  /// Emoji.
  EMOJI("emoji", Layer.I, Group.STYLE, 0, .75, .1, .6),
  /// Words in capitals, a small letter at the beginning.
  CASE("capitals", Layer.I, Group.STYLE, 0, .8, .15, .6),
  /// The first seven digits of the number.
  RANGE("number range", Layer.I, Group.RANGE, 0, .5, .02, .5),
  /// The first five digits of the number.
  WIDE_RANGE("country and network", Layer.I, Group.RANGE, 0, .6, .1, .6),
  /// The name shown, digits set to zero.
  NAME("name shown", Layer.I, Group.NAME, 0, .6, .07, .8),
  /// A name made of nothing but what everybody in this trade calls themselves.
  TRADE_NAME("name of the trade", Layer.I, Group.NAME, 0, .6, .25, .6),
  /// How that name is built.
  NAME_SHAPE("shape of the name", Layer.I, Group.NAME, 0, .7, .2, .8),
  /// Size of a picture in pixels.
  IMAGE_SIZE("size of the picture", Layer.I, Group.IMAGE, 0, .75, .1, .8),
  /// What is written after the first message.
  SCRIPT("follow-up", Layer.I, Group.SCRIPT, 0, .6, .2, .5),
  /// How fast the other side writes on.
  LATENCY("pace of answers", Layer.I, Group.TIME, 0, .5, .2, .4),
  /// Six-hour parts of the day, in two phases.
  HOURS("hours of work", Layer.I, Group.TIME, 0, .6, .3, .9),
  /// Whom it is aimed at.
  COMMUNITY("community", Layer.B, Group.COMMUNITY, 0, .6, .2, .6),
  /// The language.
  LANGUAGE("language", Layer.B, Group.LANGUAGE, 0, .6, .25, .5),
  /// The asks and acts in their order.
  ORDER("order of asks", Layer.B, Group.ORDER, 0, .7, .35, .4),
  /// The template a text was made from.
  TEMPLATE("text", Layer.T, Group.TEXT, 0, .6, .3, 0),
  /// What is asked for, under which pretext.
  PLAY("ask and pretext", Layer.T, Group.TEXT, 0, .7, .4, 0),
  /// A band of the text's sketch: only for finding near-duplicates.
  BAND("part of the text", Layer.T, Group.TEXT, 0, .5, 1, 0);

  /// What hangs together by nature: two kinds of one group are one observation.
  public enum Group {
    /// Account and number.
    SENDER,
    /// What a device link holds.
    DEVICE,
    /// Where links lead.
    SITE,
    /// What they look like.
    KIT,
    /// Addresses in the text.
    CONTACT,
    /// Pictures.
    IMAGE,
    /// Habits of writing.
    STYLE,
    /// Ranges of numbers.
    RANGE,
    /// Names.
    NAME,
    /// What is written later.
    SCRIPT,
    /// Times.
    TIME,
    /// Targets.
    COMMUNITY,
    /// Languages.
    LANGUAGE,
    /// Order of asks.
    ORDER,
    /// The text itself.
    TEXT
  }

  /// All of them, by place.
  public static final List<Kind> ALL = List.of(values());

  private final String words;
  private final Layer layer;
  private final Group group;
  private final double weight;
  private final double reuse;
  private final double prior;
  private final double conflict;

  Kind(String words, Layer layer, Group group, double weight, double reuse, double prior,
      double conflict) {
    this.words = words;
    this.layer = layer;
    this.group = group;
    this.weight = weight;
    this.reuse = reuse;
    this.prior = prior;
    this.conflict = conflict;
  }

  /// Its place in [#ALL]. It stands in stored marks: new kinds go behind [#BAND], none is
  /// taken out.
  // The order of the constants is part of the stored form, as said above.
  @SuppressWarnings("EnumOrdinal")
  public int place() {
    return ordinal();
  }

  /// What people call it.
  public String words() {
    return words;
  }

  /// Its layer.
  public Layer layer() {
    return layer;
  }

  /// What it hangs together with.
  public Group group() {
    return group;
  }

  /// Whether a shared value is next to proof, whatever else is known.
  public boolean hard() {
    return weight > 0;
  }

  /// Whether no one can hold it but its maker, so that sharing it is never chance.
  public boolean identity() {
    return this == SENDER_ID || this == DEVICE_KEY || this == DEVICE_ID;
  }

  /// Whether it comes along when a text is copied from print.
  public boolean printed() {
    return this == ARROW || this == BULLET || this == PUNCTUATION || this == CASE || this == EMOJI;
  }

  /// Decimal logarithm of the ratio for a shared value of a hard kind; 0 for the others.
  public double weight() {
    return weight;
  }

  /// How likely one actor shows the same value in two reports.
  public double reuse() {
    return reuse;
  }

  /// How likely somebody else shows a given value.
  public double prior() {
    return prior;
  }

  /// The most that values which never meet speak against, as a decimal logarithm.
  public double conflict() {
    return conflict;
  }
}
