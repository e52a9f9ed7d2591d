package org.newstide;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * Holds the direction of dependencies: commands, then the run, then its stages, then the language.
 */
@AnalyzeClasses(
    packages = "org.newstide",
    importOptions = {ImportOption.DoNotIncludeTests.class, ImportOption.DoNotIncludeJars.class})
class ArchitectureTest {

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

  @ArchTest
  static final ArchRule languageCodeKnowsNoSpark =
      noClasses()
          .that()
          .resideInAnyPackage(LANGUAGE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.spark..", "io.delta..", "scala..")
          .because("it is tested without a session and serves annotate as well as the job");

  @ArchTest
  static final ArchRule dependenciesPointFromCommandsToTheLanguage =
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
          .mayOnlyBeAccessedByLayers("command", "run", "answers", "stages");

  @ArchTest
  static final ArchRule packagesFormNoCycles =
      slices().matching("org.newstide.(*)..").should().beFreeOfCycles();
}
