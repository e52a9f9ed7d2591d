package org.newstide.config;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnsafeSettingsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "spark.sql.files.ignoreCorruptFiles",
        "spark.sql.files.ignoreMissingFiles",
        "SPARK.sql.files.IGNOREcorruptFILES"
      })
  void settingsThatLoseDataSilentlyAreRefusedInAnySpelling(String setting) {
    assertThatThrownBy(() -> UnsafeSettings.refuse(Map.of(setting, "true")))
        .hasMessage(
            "CONFIG_UNSAFE: "
                + setting
                + " = true: broken or missing input would be skipped silently. Remove the setting;"
                + " Newstide names a broken file instead of skipping it.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"spark.sql.files.ignoreCorruptFiles", "spark.master"})
  void settingsThatAreOffOrUnrelatedPass(String setting) {
    assertThatCode(() -> UnsafeSettings.refuse(Map.of(setting, "false")))
        .doesNotThrowAnyException();
  }
}
