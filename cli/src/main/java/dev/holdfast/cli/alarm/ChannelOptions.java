package dev.holdfast.cli.alarm;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of `holdfast alarm channels`.
final class ChannelOptions {
  @Option(names = "--add", paramLabel = "ADDRESS", description = "an e-mail address; a test with six digits is sent there")
  @Nullable String add;

  @Option(names = "--confirm", paramLabel = "ID", description = "confirm a channel with the digits of its test")
  @Nullable String confirm;

  @Option(names = "--code", paramLabel = "DIGITS", description = "the six digits")
  @Nullable String code;

  @Option(names = "--remove", paramLabel = "ID", description = "remove a channel")
  @Nullable String remove;
}
