package dev.holdfast.server.help;

import dev.holdfast.guard.runbook.Speech;
import dev.holdfast.kernel.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// The frame of the help pages: no script, no picture, no font, nothing from elsewhere; readable on
/// a phone, on paper, in the dark, and from either side.
final class HelpHtml {
  private static final String STYLE = """
      :root{color-scheme:light dark}
      body{font:1.15rem/1.55 system-ui,sans-serif;max-width:36rem;margin:1rem auto;padding:0 1rem}
      h1{font-size:1.5rem;line-height:1.25}
      fieldset{border:1px solid;border-radius:.4rem;margin:1rem 0;padding:.6rem 1rem}
      legend{font-weight:bold;padding:0 .3rem}
      label{display:flex;gap:.7rem;align-items:start;padding:.45rem 0}
      input[type=checkbox],input[type=radio]{inline-size:1.4rem;block-size:1.4rem;margin:.1rem 0;flex:none}
      input[type=date],button{font:inherit;padding:.6rem 1rem}
      button{font-weight:bold;inline-size:100%}
      ol{list-style:none;padding:0}
      li{border-block-start:1px solid;padding:.6rem 0;break-inside:avoid}
      li p{margin:.3rem 0;padding-inline-start:2.1rem}
      .do{font-weight:bold}
      .clock{border-inline-start:.3rem solid;padding-inline-start:.6rem;margin-inline-start:2.1rem}
      .box{border:2px solid;border-radius:.4rem;padding:.5rem .8rem}
      nav{display:flex;flex-wrap:wrap;gap:.3rem 1rem;margin-block-start:2rem}
      a{padding:.3rem 0}
      @media print{nav,.screen{display:none}body{font-size:11pt;margin:0;max-width:none}}
      """;

  /// What a browser may do with the pages.
  static final String POLICY = "default-src 'none'; style-src 'sha256-"
      + Base64.getEncoder()
          .encodeToString(Sha256.over(STYLE.getBytes(StandardCharsets.UTF_8)).raw())
      + "'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

  private HelpHtml() {}

  static String page(Speech speech, String body) {
    var title = escape(speech.say("title"));
    return """
        <!doctype html>
        <html lang="%s" dir="%s"><head><meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s</title><style>%s</style></head>
        <body><main><h1>%s</h1>
        %s
        </main></body></html>
        """.formatted(speech.tag(), speech.isRightToLeft() ? "rtl" : "ltr", title, STYLE, title,
        body);
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  static String say(Speech speech, String key) {
    return escape(speech.say(key));
  }
}
