package dev.holdfast.desk.campaign;

/// A report in the list of campaigns.
///
/// @param campaign after the analysts' decisions
/// @param machine the machine's own
/// @param undecided whether the machine's lies in the band; never after an analyst moved it
public record Listed(String id, String campaign, String machine, String playbook,
    boolean undecided) {}
