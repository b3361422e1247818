package dev.holdfast.cli.screen;

import dev.holdfast.client.screen.Judgement;
import dev.holdfast.guard.Verdict;
import java.util.List;

/// A verdict for programs: what a batch answers, and what only a single message tells.
record VerdictDocument(String level, double score, List<String> asks,
    List<Judgement.Reason> reasons, String pretext, String channel, String impersonated,
    List<String> pressure, String advice, String language, boolean tested) {
  static VerdictDocument of(Verdict verdict) {
    var judged = Judgement.of(verdict);
    return new VerdictDocument(judged.level(), judged.score(), judged.asks(), judged.reasons(),
        verdict.pretext(), verdict.channel().word(), verdict.impersonated().word(),
        verdict.pressure(), verdict.advice().key(), verdict.language(), verdict.tested());
  }
}
