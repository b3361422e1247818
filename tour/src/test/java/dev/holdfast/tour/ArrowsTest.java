package dev.holdfast.tour;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The arrows that must never exist, and packages without cycles.
class ArrowsTest {
  static final JavaClasses CLASSES = new ClassFileImporter()
      .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
      .withImportOption(location -> !location.contains("-tests.jar"))
      .importPackages("dev.holdfast");

  @Test
  void kernelDependsOnNothing() {
    noClasses().that()
        .resideInAPackage("dev.holdfast.kernel..")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages("dev.holdfast.kernel..", "java..", "org.jspecify..")
        .because("both sides and other apps embed it")
        .check(CLASSES);
  }

  @Test
  void kernelDoesNoInputOrOutput() {
    noClasses().that()
        .resideInAPackage("dev.holdfast.kernel..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net..", "java.nio.file..", "java.nio.channels..", "java.sql..")
        .because("it holds words, not deeds")
        .check(CLASSES);
  }

  @Test
  void theServerCannotOpenSnapshots() {
    noClasses().that()
        .resideInAnyPackage("dev.holdfast.vault..", "dev.holdfast.desk..", "dev.holdfast.server..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.holdfast.archive..", "dev.holdfast.client..", "dev.holdfast.cli..",
            "dev.holdfast.sample..", "com.exceptionfactory.jagged..")
        .because("the server must not carry code that can open a snapshot")
        .check(CLASSES);
  }

  @Test
  void theClientDoesNotKnowTheServer() {
    noClasses().that()
        .resideInAnyPackage("dev.holdfast.archive..", "dev.holdfast.client..", "dev.holdfast.cli..",
            "dev.holdfast.guard..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.holdfast.vault..", "dev.holdfast.desk..", "dev.holdfast.server..")
        .because("they meet over the wire alone")
        .check(CLASSES);
  }

  @Test
  void deskAndVaultDoNotMeet() {
    noClasses().that()
        .resideInAPackage("dev.holdfast.vault..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.holdfast.desk..", "dev.holdfast.guard..")
        .because("a helpline's desk has no way into people's vaults, nor the other way")
        .check(CLASSES);
    noClasses().that()
        .resideInAPackage("dev.holdfast.desk..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.holdfast.vault..")
        .because("a helpline's desk has no way into people's vaults, nor the other way")
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void picturesAndSignalCliKnowTheKernelAlone() {
    noClasses().that()
        .resideInAnyPackage("dev.holdfast.picture..", "dev.holdfast.signalcli..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.holdfast.archive..", "dev.holdfast.client..", "dev.holdfast.cli..",
            "dev.holdfast.guard..", "dev.holdfast.vault..", "dev.holdfast.desk..",
            "dev.holdfast.server..")
        .because("both sides use them")
        .check(CLASSES);
  }

  @Test
  void theGuardTouchesNothing() {
    noClasses().that()
        .resideInAPackage("dev.holdfast.guard..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net.http..", "java.nio.file..", "java.nio.channels..",
            "java.sql..", "dev.holdfast.archive..", "dev.holdfast.client..",
            "dev.holdfast.vault..")
        .because("it runs inside other people's apps: no network, no files, no database")
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  /// By packages: Android 14 has all of `java.util`, `java.time`, records and `Stream.toList`;
  /// older ones get them from the desugaring of its build tools. The packer of the word lists runs
  /// in our build alone.
  @Test
  void theGuardNeedsNothingThatAndroidLacks() {
    noClasses().that()
        .resideInAPackage("dev.holdfast.guard..")
        .and()
        .haveSimpleNameNotEndingWith("Packing")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages("dev.holdfast.guard..", "dev.holdfast.kernel..", "org.jspecify..",
            "com.ibm.icu..", "java.lang", "java.lang.annotation", "java.lang.invoke",
            "java.lang.runtime", "java.util", "java.util.function", "java.util.regex",
            "java.util.stream", "java.util.zip", "java.io", "java.nio", "java.nio.charset",
            "java.security", "java.time", "java.time.format", "javax.crypto", "javax.crypto.spec")
        .because("messengers on Android embed it")
        .check(CLASSES);
  }

  @Test
  void archiveKnowsNoClient() {
    noClasses().that()
        .resideInAPackage("dev.holdfast.archive..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.holdfast.client..", "dev.holdfast.cli..", "java.net.http..")
        .because("the store is a port")
        .check(CLASSES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"kernel", "guard", "archive", "client", "cli", "vault", "desk", "server"})
  void packagesInsideAPartFormNoCycles(String part) {
    slices().matching("dev.holdfast." + part + ".(*)..")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(CLASSES);
  }
}
