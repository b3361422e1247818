package dev.holdfast.client.home;

import dev.holdfast.client.ClientException;
import dev.holdfast.client.ClientException.Kind;
import dev.holdfast.client.Json;
import dev.holdfast.kernel.RequestId;
import dev.holdfast.kernel.SecretBytes;
import dev.holdfast.kernel.SigningKey;
import dev.holdfast.kernel.policy.Policy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// The client's folder. Its mode is 0700, that of its files 0600; each file is replaced in one step.
public final class Home {
  private static final String CONFIG = "vault.json";
  private static final String DEVICE = "device.key";
  private static final String NEXT_DEVICE = "next-device.key";
  private static final String ID_KEY = "id.key";
  private static final String SEEN = "seen.json";
  private static final String SIGNAL = "signal.key";
  private static final Object SEEN_MONITOR = new Object();

  private final Path folder;

  private Home(Path folder) {
    this.folder = folder;
  }

  /// The home in this folder, which need not exist yet.
  public static Home at(Path folder) {
    return new Home(folder.toAbsolutePath().normalize());
  }

  /// Where it is.
  public Path folder() {
    return folder;
  }

  /// True once a vault was made or opened here.
  public boolean hasVault() {
    return Files.exists(folder.resolve(CONFIG));
  }

  /// Where the archive keeps its local index; losing it costs bytes, never data.
  public Path indexFolder() {
    var index = folder.resolve("index");
    PrivateFile.folder(index);
    return index;
  }

  /// @throws ClientException ABSENT if there is no vault here
  public VaultConfig config() {
    if (!hasVault())
      throw new ClientException(Kind.ABSENT, "there is no vault in " + folder,
          "make one with \"holdfast init --server URL\", or name another home with --home");
    return Json.read("the file vault.json of the home", bytes(CONFIG), VaultConfig.class);
  }

  /// Keeps the configuration; from the first time on the home has a vault.
  public void keep(VaultConfig config) {
    write(CONFIG, Json.write(config));
  }

  /// The device's keys; the caller closes them.
  public DeviceKeys deviceKeys() {
    var both = bytes(DEVICE);
    if (both.length != 64) throw damaged(DEVICE);
    var signing = new SigningKey(new SecretBytes(Arrays.copyOf(both, 32)));
    var sealing = new SecretBytes(Arrays.copyOfRange(both, 32, 64));
    Arrays.fill(both, (byte) 0);
    return new DeviceKeys(signing, sealing);
  }

  /// Keeps the device's keys.
  public void keep(DeviceKeys keys) {
    write(DEVICE, keys);
  }

  private void write(String name, DeviceKeys keys) {
    var both = new byte[64];
    try (var seed = keys.signing().seed()) {
      seed.lendTo(raw -> System.arraycopy(raw, 0, both, 0, 32));
    }
    keys.sealing().lendTo(raw -> System.arraycopy(raw, 0, both, 32, 32));
    write(name, both);
    Arrays.fill(both, (byte) 0);
  }

  /// Keeps keys that a device may get, beside those it has.
  public void keepNext(DeviceKeys keys) {
    write(NEXT_DEVICE, keys);
  }

  /// From now on the device has the keys kept by [#keepNext].
  public void useNext() {
    try {
      Files.move(folder.resolve(NEXT_DEVICE), folder.resolve(DEVICE),
          StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The key that names objects and frames; the caller closes it.
  public SecretBytes idKey() {
    var raw = bytes(ID_KEY);
    if (raw.length != 32) throw damaged(ID_KEY);
    return new SecretBytes(raw);
  }

  /// Keeps the key that names objects.
  public void keepIdKey(SecretBytes key) {
    key.lendTo(raw -> write(ID_KEY, raw));
  }

  /// The policies this home trusts, by epoch.
  public NavigableMap<Integer, Policy> policies() {
    var policies = new TreeMap<Integer, Policy>();
    for (var file : files("policies")) {
      var policy = Policy.decode(read(file));
      policies.put(policy.epoch(), policy);
    }
    return policies;
  }

  /// Trusts a policy from now on.
  public void keep(Policy policy) {
    PrivateFile.folder(folder.resolve("policies"));
    write("policies/" + policy.epoch(), policy.encode());
  }

  /// Forgets what an unfinished set-up may have left: from now on the home is another vault's.
  public void startOver() {
    for (var file : files("policies"))
      delete(file);
    see(before -> Seen.NOTHING);
  }

  /// What was last seen of the server.
  public Seen seen() {
    var file = folder.resolve(SEEN);
    return Files.exists(file)
        ? Json.read("the file seen.json of the home", read(file), Seen.class)
        : Seen.NOTHING;
  }

  /// Moves what was seen forward, safe against another process that does the same.
  public Seen see(UnaryOperator<Seen> step) {
    synchronized (SEEN_MONITOR) {
      PrivateFile.folder(folder);
      try (
          var channel = PrivateFile.lockFile(folder.resolve("seen.lock"));
          var held = channel.lock()) {
        var before = seen();
        var after = step.apply(before);
        if (held.isValid() && !after.equals(before)) write(SEEN, Json.write(after));
        return after;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// Signal's 64-byte message-backup key, if it was given once; the caller closes it.
  public Optional<SecretBytes> signalKey() {
    return Files.exists(folder.resolve(SIGNAL))
        ? Optional.of(new SecretBytes(bytes(SIGNAL)))
        : Optional.empty();
  }

  /// Keeps Signal's message-backup key, in a file of mode 0600.
  public void keepSignalKey(SecretBytes key) {
    key.lendTo(raw -> write(SIGNAL, raw));
  }

  /// Takes the lock that keeps two backups apart.
  public HomeLock lock() {
    PrivateFile.folder(folder);
    return HomeLock.take(folder.resolve("lock"));
  }

  /// Keeps a release request, so that it can be continued.
  public void keep(OpenRequest request) {
    PrivateFile.folder(folder.resolve("requests"));
    var bytes = request.encode();
    write("requests/" + request.id().hex(), bytes);
    Arrays.fill(bytes, (byte) 0);
  }

  /// The release requests of this machine; the caller closes them.
  public List<OpenRequest> requests() {
    var requests = new ArrayList<OpenRequest>();
    for (var file : files("requests"))
      requests.add(OpenRequest.decode(read(file)));
    return requests;
  }

  /// Forgets a request that has ended.
  public void forget(RequestId request) {
    delete(folder.resolve("requests").resolve(request.hex()));
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Path> files(String name) {
    var within = folder.resolve(name);
    if (!Files.isDirectory(within)) return List.of();
    try (var list = Files.list(within)) {
      return list.filter(file -> !file.getFileName().toString().endsWith(".new")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String name, byte[] bytes) {
    PrivateFile.folder(folder);
    PrivateFile.replace(folder.resolve(name), bytes);
  }

  private byte[] bytes(String name) {
    return read(folder.resolve(name));
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw damaged(file.getFileName().toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ClientException damaged(String name) {
    return new ClientException(Kind.DAMAGED, "the file " + name + " of the home is missing or cut",
        "restore on this machine with the recovery code: that makes a new home");
  }
}
