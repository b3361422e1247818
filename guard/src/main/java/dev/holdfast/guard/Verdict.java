package dev.holdfast.guard;

import dev.holdfast.guard.ask.Ask;
import dev.holdfast.guard.ask.Route;
import dev.holdfast.guard.persona.Persona;
import java.util.List;

/// The judgement of a conversation.
///
/// @param level how loud to be
/// @param score 0 to 1, the probability of a lure
/// @param asks what is asked for, most likely first; empty when clear
/// @param pretext the claim it rests on, as a word such as `loss-of-data`, or `none`
/// @param channel by which way the secret is to leave
/// @param impersonated whom the other side claims to be
/// @param pressure kinds of pressure found, as words
/// @param evidence the places it rests on, by turn and place
/// @param advice what to do
/// @param language BCP 47 tag of the language found, or `und`
/// @param tested whether the guard was tested on that language; if not, `clear` means little
public record Verdict(Level level, double score, List<Ask> asks, String pretext, Route channel,
    Persona impersonated, List<String> pressure,
    List<Evidence> evidence, Advice advice, String language, boolean tested) {
  /// Copies the lists.
  public Verdict {
    asks = List.copyOf(asks);
    pressure = List.copyOf(pressure);
    evidence = List.copyOf(evidence);
  }
}
