package org.newstide.relation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.newstide.catalog.Catalog;
import org.newstide.catalog.Entity;

class TradesTest {
  @Test
  void everyOrganisationOfTheCatalogHasATrade() {
    Catalog catalog = Catalog.load(Path.of(System.getProperty("newstide.root"), "conf/catalog"));
    assertThat(catalog.entities().stream().filter(Entity::isOrganisation).map(Entity::id))
        .allSatisfy(id -> assertThat(Trades.bundled().of(id)).isNotEqualTo("unknown"));
  }

  @Test
  void anOrganisationWithoutALineIsUnknown() {
    assertThat(Trades.bundled().of("a-bakery")).isEqualTo("unknown");
  }
}
