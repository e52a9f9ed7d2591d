package org.newstide.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newstide.ExitCode;
import org.newstide.NewstideException;

class CatalogTest {
  private static final Path SHIPPED =
      Path.of(System.getProperty("newstide.root"), "conf", "catalog");

  @TempDir private Path dir;

  @Test
  void shippedCatalogKnowsFortyFiveOrganisationsAndAHundredAndFiftyNames() {
    Catalog catalog = Catalog.load(SHIPPED);

    assertThat(catalog.entities().stream().filter(Entity::isOrganisation).count())
        .isGreaterThanOrEqualTo(45);
    assertThat(catalog.aliases()).hasSizeGreaterThanOrEqualTo(150);
  }

  @Test
  void shippedCatalogRollsEveryOfferingUpToItsOrganisation() {
    Catalog catalog = Catalog.load(SHIPPED);

    assertThat(catalog.entity("aws").orElseThrow().organisationId()).isEqualTo("amazon");
    assertThat(catalog.entity("azure").orElseThrow().organisationId()).isEqualTo("microsoft");
    assertThat(catalog.entity("claude").orElseThrow().organisationId()).isEqualTo("anthropic");
    assertThat(catalog.entities())
        .allSatisfy(e -> assertThat(catalog.entity(e.organisationId())).isPresent())
        .allSatisfy(e -> assertThat(e.categories()).isNotEmpty());
  }

  @Test
  void duplicateAliasNamesBothOwnersWhateverTheCasing() throws IOException {
    write(
        """
        entities:
          - id: aws
            name: AWS
            aliases: ["AWS"]
            categories: [ai_model]
          - id: allied-waste
            name: Allied Waste
            aliases:
              - "Aws"
            categories: [ai_model]
        """);

    assertProblem(
        "CATALOG_DUPLICATE_ALIAS: test.yaml:9: alias \"Aws\" of allied-waste is also an alias of"
            + " aws at test.yaml:2; make both anchored, with contexts that tell them apart."
            + " Mend this line.");
  }

  @Test
  void twoEntitiesShareANameThatContextsTellApart() throws IOException {
    write(
        """
        contexts:
          serverless: ["serverless"]
          gpus: ["GPUs"]
        entities:
          - id: aws
            name: AWS
            aliases:
              - {name: "Lambda", tier: anchored, contexts: [serverless]}
            categories: [ai_model]
          - id: lambda-labs
            name: Lambda
            aliases:
              - {name: "Lambda", tier: anchored, contexts: [gpus]}
            categories: [ai_model]
        """);

    assertThat(Catalog.load(dir).aliases())
        .extracting(Alias::entityId)
        .containsExactly("aws", "lambda-labs");
  }

  @Test
  void aliasOfOneLetterIsRefused() throws IOException {
    write(
        """
        entities:
          - id: x
            name: X
            aliases: ["X"]
            categories: [ai_model]
        """);

    assertProblem(
        "CATALOG_SHORT_ALIAS: test.yaml:4: alias \"X\" of x has fewer than two characters."
            + " Mend this line.");
  }

  @Test
  void unknownParentNamesTheNearestEntity() throws IOException {
    write(
        """
        entities:
          - id: microsoft
            name: Microsoft
            categories: [ai_model]
          - id: azure
            parent: micrsoft
            name: Azure
            categories: [ai_model]
        """);

    assertProblem(
        "CATALOG_UNKNOWN_PARENT: test.yaml:5: parent micrsoft of azure is no entity; the nearest is"
            + " microsoft. Mend this line.");
  }

  @Test
  void cycleOfParentsIsRefused() throws IOException {
    write(
        """
        entities:
          - id: hen
            parent: egg
            name: Hen
            categories: [ai_model]
          - id: egg
            parent: hen
            name: Egg
            categories: [ai_model]
        """);

    assertThatThrownBy(() -> Catalog.load(dir))
        .hasMessageContaining("CATALOG_CYCLE: test.yaml:2: hen is its own parent")
        .hasMessageContaining("CATALOG_CYCLE: test.yaml:6: egg is its own parent");
  }

  @Test
  void unknownFieldNamesItsLineAndTheNearestField() throws IOException {
    write(
        """
        entities:
          - id: aws
            name: AWS
            aliasses: ["AWS"]
            categories: [ai_model]
        """);

    assertProblem(
        "CATALOG_UNKNOWN_FIELD: test.yaml:4: field aliasses is unknown; the nearest is aliases."
            + " Mend this line.");
  }

  @Test
  void regularExpressionsAreNoFieldOfAnAlias() throws IOException {
    write(
        """
        entities:
          - id: aws
            name: AWS
            aliases:
              - {name: "AWS", regex: "(a+)+$"}
            categories: [ai_model]
        """);

    assertProblem(
        "CATALOG_UNKNOWN_FIELD: test.yaml:5: field regex is unknown; the nearest is case."
            + " Mend this line.");
  }

  @Test
  void allProblemsAreToldAtOnceEachWithItsLine() throws IOException {
    write(
        """
        entities:
          - id: aws
            parent: amazn
            name: AWS
            aliases:
              - "A"
              - {name: "EC2", tier: sure}
              - {name: "S3", contexts: [bucket]}
              - {name: "Lambda", from: soon}
            categories: [ai_model]
          - id: amazon
            nam: Amazon
          - id: AWS!
        """);

    assertThatThrownBy(() -> Catalog.load(dir))
        .hasMessageContainingAll(
            "test.yaml:7: \"sure\" is none of [safe, anchored, neighbour]; nearest: safe",
            "test.yaml:8: context bucket is not defined",
            "test.yaml:9: \"soon\" is not a day such as 2024-02-08",
            "CATALOG_UNKNOWN_FIELD: test.yaml:12: field nam is unknown; the nearest is name",
            "test.yaml:11: entity amazon needs a name",
            "test.yaml:11: entity amazon needs categories, at least one of [cloud_provider,"
                + " ai_partner, ai_model]",
            "test.yaml:13: the entity needs an id of lower-case letters, digits and hyphens",
            "CATALOG_UNKNOWN_PARENT: test.yaml:2: parent amazn of aws is no entity",
            "CATALOG_SHORT_ALIAS: test.yaml:6: alias \"A\" of aws",
            "Mend these 9 lines.");
  }

  @Test
  void contextOfTwoFilesIsRefused() throws IOException {
    write("contexts:\n  cloud: [\"cloud\"]\nentities: []\n");
    Files.writeString(dir.resolve("zoo.yaml"), "contexts:\n  cloud: [\"sky\"]\nentities: []\n");

    assertProblem("CATALOG_INVALID: zoo.yaml:2: context cloud is defined twice. Mend this line.");
  }

  @Test
  void namesThatAreNotLookedForAreRefused() throws IOException {
    write(
        """
        contexts:
          search: ["поиск", "d’Azur–Cloud"]
        entities:
          - id: yandex
            name: Яндекс
            tickers: ["µX"]
            look_alikes: ["深度"]
            aliases: ["Yandex", "Škoda", "Яндекс", {name: "深度求索"}]
            categories: [ai_model]
        """);

    String problem = " has letters that are not Latin, which are not looked for";
    assertProblem(
        "CATALOG_INVALID: test.yaml:2: \"поиск\""
            + problem
            + "\n  CATALOG_INVALID: test.yaml:8: \"Яндекс\""
            + problem
            + "\n  CATALOG_INVALID: test.yaml:8: \"深度求索\""
            + problem
            + "\n  CATALOG_INVALID: test.yaml:6: \"µX\""
            + problem
            + "\n  CATALOG_INVALID: test.yaml:7: \"深度\""
            + problem
            + ". Mend these 5 lines.");
  }

  @Test
  void aDoubtfulNameDoesNotVouchForItself() throws IOException {
    write(
        """
        contexts:
          acme: ["GPU cloud", "acme"]
        entities:
          - id: acme
            name: Acme
            aliases:
              - {name: "Acme's Cloud"}
              - {name: "Acme", tier: anchored, contexts: [acme]}
            categories: [ai_model]
          - id: acme-bolt
            parent: acme
            name: Bolt
            aliases: [{name: "Bolt", tier: anchored, contexts: [acme]}]
            categories: [ai_model]
        """);

    assertProblem(
        "CATALOG_INVALID: test.yaml:8: alias \"Acme\" of acme would vouch for itself: its context"
            + " acme holds \"acme\". Mend this line.");
  }

  @Test
  void anOfferingTakesNoCategoryFromItsOrganisation() throws IOException {
    write(
        """
        entities:
          - {id: amazon, name: Amazon, categories: [ai_partner]}
          - {id: aws, parent: amazon, name: AWS}
          - {id: nova, parent: amazon, name: Nova, categories: []}
        """);

    String needed = " needs categories, at least one of [cloud_provider, ai_partner, ai_model]";
    assertProblem(
        "CATALOG_INVALID: test.yaml:3: entity aws"
            + needed
            + "\n  CATALOG_INVALID: test.yaml:4: entity nova"
            + needed
            + ". Mend these 2 lines.");
  }

  @Test
  void aCatalogThatNamesNobodyIsRefused() throws IOException {
    write("# Nothing yet.\n");
    Files.writeString(dir.resolve("zoo.yaml"), "contexts:\n  cloud: [\"sky\"]\nentities: []\n");

    assertProblem(
        "CATALOG_EMPTY: "
            + dir
            + ": the catalog holds no entity, so there is nothing to look for. List entities in"
            + " its YAML files, or set catalog.path to the folder whose files do.");
  }

  @Test
  void brokenYamlNamesItsLine() throws IOException {
    write("entities:\n  - id: [aws\n");

    assertThatThrownBy(() -> Catalog.load(dir))
        .hasMessageStartingWith("CATALOG_INVALID: test.yaml:")
        .hasMessageContaining("is no YAML");
  }

  @Test
  void aSecondDocumentOfAFileIsRefused() throws IOException {
    write(
        """
        ---
        entities:
          - {id: amazon, name: Amazon, categories: [ai_partner]}
        ---
        entities:
          - {id: aws, parent: amazon, name: AWS, categories: [ai_model]}
        """);

    assertProblem(
        "CATALOG_INVALID: test.yaml:5: a second document begins here, and a catalog file holds"
            + " one; take out the line --- before it and list all under one entities, or write it"
            + " to a file of its own. Mend this line.");
  }

  @Test
  void contextsThatAreNoListsByNameAreRefused() throws IOException {
    write(
        """
        contexts: ["cloud"]
        entities:
          - {id: aws, name: AWS, categories: [ai_model]}
        """);

    assertProblem(
        "CATALOG_INVALID: test.yaml:1: a list of words for each context is needed here, such as"
            + " cloud: [\"data center\"]. Mend this line.");
  }

  @Test
  void aFileThatEndsInYmlIsRead() throws IOException {
    Files.writeString(dir.resolve("own.yml"), "entities:\n  - id: [aws\n");

    assertThatThrownBy(() -> Catalog.load(dir)).hasMessageStartingWith("CATALOG_INVALID: own.yml:");
  }

  @Test
  void folderWithoutFilesIsAConfigurationError() {
    assertProblem(
        "CATALOG_UNREADABLE: "
            + dir
            + ": the catalog folder holds no *.yaml or *.yml file. Set catalog.path to the folder with"
            + " the catalog's YAML files.");
  }

  @Test
  void hashChangesWithAnyByteOfAnyFile() throws IOException {
    write("entities:\n  - {id: aws, name: AWS, categories: [ai_model]}\n");
    String before = Catalog.load(dir).hash();
    String again = Catalog.load(dir).hash();
    write("entities:\n  - {id: aws, name: AWS, categories: [ai_model]}\n\n");

    assertThat(again).isEqualTo(before).matches("[0-9a-f]{64}");
    assertThat(Catalog.load(dir).hash()).isNotEqualTo(before);
  }

  @Test
  void filesOfAFolderMakeOneCatalog() throws IOException {
    write("entities:\n  - {id: amazon, name: Amazon, categories: [ai_partner]}\n");
    Files.writeString(
        dir.resolve("zoo.yaml"),
        "entities:\n  - {id: aws, parent: amazon, name: AWS, categories: [ai_model]}\n");

    assertThat(Catalog.load(dir).entities().stream().map(Entity::id))
        .isEqualTo(List.of("amazon", "aws"));
  }

  private void write(String yaml) throws IOException {
    Files.writeString(dir.resolve("test.yaml"), yaml);
  }

  private void assertProblem(String message) {
    assertThatThrownBy(() -> Catalog.load(dir))
        .isInstanceOfSatisfying(
            NewstideException.class,
            e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE_OR_CONFIG))
        .hasMessage(message);
  }
}
