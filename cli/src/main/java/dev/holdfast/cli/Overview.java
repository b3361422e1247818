package dev.holdfast.cli;

/// The first thing a newcomer sees.
final class Overview {
  private Overview() {}

  static String text() {
    return """
        holdfast keeps chat backups out of the hands of those who phish for the recovery key.

        Usage: holdfast [--home DIR] [--json] COMMAND

        Set up and back up
          init         make a vault, enrol this machine, show the recovery sheets
          backup       store one snapshot of a Signal backup or of any folder
          snapshots    list the snapshots
          show         say what one snapshot holds
          check        compare the store with what was stored
          status       how the vault is, and what is left to do

        Get it back
          restore      ask for a release, wait, verify, write the folder
          export       write chats that people can read
          release      the same, step by step: ask list show approve veto finish

        Keep it safe
          alarm        list watch channels test
          lock         stop every release; unlock ends it
          rekey        make the recovery code worthless at once
          device       add join list revoke
          policy       show the rules of the vault
          audit        show verify the server's log
        %s
          completion   a completion script for bash and zsh
          help         help with a command: holdfast help COMMAND

        A first time: holdfast init --server http://127.0.0.1:8470
        """.formatted(Commands.extraOverview());
  }
}
