package dev.holdfast.tour;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.archive.seal.AgeFiles;
import dev.holdfast.archive.seal.Identity;
import dev.holdfast.client.home.Home;
import dev.holdfast.client.release.Opening;
import dev.holdfast.client.release.Releases;
import dev.holdfast.client.vault.Vault;
import dev.holdfast.kernel.code.RecoveryCode;
import dev.holdfast.kernel.code.UnlockCode;
import dev.holdfast.kernel.release.RequestState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// No lock-in: what a release gives the owner is an age identity, and what lies in the store are
/// age files (docs/format.md, section 1).
class OtherAgeToolTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Clock CLOCK = Clock.systemUTC();

  @TempDir
  Path folder;

  @Test
  void anotherImplementationOpensPacksAndManifestsWithWhatAReleaseGives() throws Exception {
    var judge = AgeJudge.seated();
    try (var town = Town.withVault(folder, "1s")) {
      var film = film(town);
      town.laptop.types("backup", town.at("papers"), "--opaque").with(0);
      var sealed = sealed(town);
      assertTrue(sealed.size() >= 2, "a manifest's inner object and a pack");
      try (var opening = released(town)) {
        var identity = opening.vault().identity();
        var target = Files.createDirectory(town.at("plain"));
        assertEquals("", judge.open(identity.text(), sealed, target));
        for (var file : sealed)
          assertArrayEquals(AgeFiles.open(identity, Files.readAllBytes(file), "it"),
              Files.readAllBytes(target.resolve(file.getFileName())));
        assertTrue(sealed.stream()
            .anyMatch(file -> holds(target.resolve(file.getFileName()), film)));
      }
    }
  }

  @Test
  void itOpensNothingWithTheIdentityOfAnotherVault() throws Exception {
    var judge = AgeJudge.seated();
    try (var town = Town.withVault(folder, "1s"); var other = Identity.random(RANDOM)) {
      town.laptop.types("backup", town.papers(1), "--opaque").with(0);
      var target = Files.createDirectory(town.at("plain"));
      assertTrue(judge.open(other.text(), sealed(town), target).contains("identity"));
      try (var files = Files.list(target)) {
        assertEquals(0, files.count());
      }
    }
  }

  /// Too large to ride in the manifest's object, and too random to be packed.
  private static byte[] film(Town town) throws IOException {
    var film = new byte[3_000_000];
    new Random(5).nextBytes(film);
    Files.write(town.papers(1).resolve("film"), film);
    return film;
  }

  /// The objects of the newest snapshot as the server keeps them; the first is the inner one.
  private static List<Path> sealed(Town town) throws IOException {
    var shown = town.laptop.types("show", "latest", "--json").with(0).json();
    try (var files = Files.walk(town.server.home())) {
      var all = files.filter(Files::isRegularFile).toList();
      return StreamSupport.stream(shown.get("objects").spliterator(), false)
          .map(object -> object.get("name").asText())
          .map(name -> all.stream()
              .filter(file -> file.toString().replace("/", "").endsWith(name))
              .findFirst()
              .orElseThrow())
          .toList();
    }
  }

  private static boolean holds(Path file, byte[] content) {
    try {
      var text = new String(Files.readAllBytes(file), ISO_8859_1);
      var wanted = new String(content, 0, 1000, ISO_8859_1);
      return text.contains(wanted);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The owner on a new machine, who asks, proves and waits, and stops there.
  private static Opening released(Town town) throws IOException {
    var home = Home.at(town.at("fresh"));
    try (var server = Vault.line(home, town.server.url(), CLOCK, RANDOM);
        var code = RecoveryCode.parse(Files.readString(town.code)).orElseThrow();
        var unlock = UnlockCode.parse(Files.readString(town.unlock)).orElseThrow();
        var release = new Releases(home, server, RANDOM).ask(code, "fresh");
        var factor = release.factorByUnlock(unlock.secret()).orElseThrow()) {
      release.prove(factor);
      var deadline = Instant.now().plus(Duration.ofSeconds(60));
      while (release.state() != RequestState.RELEASABLE) {
        assertTrue(Instant.now().isBefore(deadline), "not releasable within a minute");
        release.await(Duration.ofSeconds(1));
      }
      return release.open(code, factor);
    }
  }
}
