package org.newstide.relation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.newstide.SharedFolder;

/** Holds the shipped model to what was measured, less two points. */
class RelationQualityTest {
  @Test
  void tiesOfTheLabelledItemsAreFound() {
    Path dev = SharedFolder.file("gold/cloud-ai/dev.jsonl");
    RelationFinder finder = new RelationFinder();
    int found = 0;
    int labelled = 0;
    int any = 0;
    int typed = 0;
    for (LabelledItem item : LabelledItem.read(dev)) {
      labelled += item.relations().size();
      for (Relation relation : finder.find(item.document(), item.mentions())) {
        Optional<Relation.Type> type =
            Optional.ofNullable(
                item.relations()
                    .get(OrganisationPair.of(relation.organisationA(), relation.organisationB())));
        found++;
        any += type.isPresent() ? 1 : 0;
        typed += type.filter(relation.type()::equals).isPresent() ? 1 : 0;
      }
    }
    HeldOut.Quality quality = new HeldOut.Quality(found, labelled, any, typed);
    assertThat(quality.anyF1()).as(quality.toString()).isGreaterThan(0.80);
    assertThat(quality.typedF1()).as(quality.toString()).isGreaterThan(0.688);
  }
}
