package org.newstide;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/**
 * Holds the direction of dependencies: commands, then the run, then its stages, then the language.
 */
class ArchitectureTest {
  /** Plain tests call the rules: Surefire finds no rules in fields, and would run none of them. */
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(new ImportOption.DoNotIncludeJars())
          .importPackages("org.newstide");

  private static final String[] LANGUAGE = {
    "..newstide.catalog..",
    "..newstide.article..",
    "..newstide.mention..",
    "..newstide.linear..",
    "..newstide.sentiment..",
    "..newstide.relation..",
    "..newstide.claim..",
    "..newstide.reading.."
  };

  @Test
  void languageCodeKnowsNoSpark() {
    noClasses()
        .that()
        .resideInAnyPackage(LANGUAGE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.spark..", "io.delta..", "scala..")
        .because("it is tested without a session and serves annotate as well as the job")
        .check(CLASSES);
  }

  @Test
  void dependenciesPointFromCommandsToTheLanguage() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .withOptionalLayers(true)
        .layer("command")
        .definedBy("..newstide.command..")
        .layer("run")
        .definedBy("..newstide.run..")
        .layer("answers")
        .definedBy("..newstide.report..", "..newstide.shift..")
        .layer("stages")
        .definedBy(
            "..newstide.ingest..",
            "..newstide.story..",
            "..newstide.trend..",
            "..newstide.table..",
            "..newstide.query..",
            "..newstide.reread..",
            "..newstide.synthetic..")
        .layer("config")
        .definedBy("..newstide.config..")
        .layer("language")
        .definedBy(LANGUAGE)
        .whereLayer("command")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("run")
        .mayOnlyBeAccessedByLayers("command")
        .whereLayer("answers")
        .mayOnlyBeAccessedByLayers("command")
        .whereLayer("stages")
        .mayOnlyBeAccessedByLayers("command", "run", "answers")
        .whereLayer("config")
        .mayOnlyBeAccessedByLayers("command", "run", "answers", "stages")
        .check(CLASSES);
  }

  @Test
  void packagesFormNoCycles() {
    slices().matching("org.newstide.(*)..").should().beFreeOfCycles().check(CLASSES);
  }
}
