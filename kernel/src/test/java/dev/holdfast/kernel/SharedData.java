package dev.holdfast.kernel;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// Public test data that lies outside the repository.
public final class SharedData {
  private SharedData() {}

  /// A folder of the data; the test is skipped where it is not.
  public static Path folder(String name) {
    var named = System.getenv("HOLDFAST_DATA");
    var root = System.getProperty("holdfast.root", "..");
    var data = named == null ? Path.of(root).resolve("../shared") : Path.of(named);
    var folder = data.resolve(name);
    Assumptions.assumeTrue(Files.isDirectory(folder),
        "no test data in " + folder + "; set HOLDFAST_DATA");
    return folder;
  }
}
