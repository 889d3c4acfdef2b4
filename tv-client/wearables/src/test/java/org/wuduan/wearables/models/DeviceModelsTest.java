package org.wuduan.wearables.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wuduan.wearables.gatt.Profile;

class DeviceModelsTest {
    @Test
    void the_shipped_models_are_as_their_schema_says() throws IOException {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text("device-models.schema.json"));

        assertThat(schema.validate(text("device-models.json"), InputFormat.JSON))
                .isEmpty();
        assertThat(DeviceModels.KNOWN.all()).extracting(DeviceModel::id).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "A&D_UA-651BLE_A1B2C3, and-medical",
        "BLESmart_0000021F, omron-cuff",
        "BF720, beurer-scale",
        "TAIDOC TD1261, taidoc-fora",
        "meter+01234567, accu-chek",
        "SimBP, simulated",
        "Something new, unknown",
        "'', unknown",
    })
    void a_model_is_known_by_the_name_that_it_advertises(String name, String id) {
        assertThat(DeviceModels.KNOWN.of(name).id()).isEqualTo(id);
    }

    @Test
    void an_unknown_model_is_treated_so_that_nothing_gets_lost() {
        DeviceModel unknown = DeviceModels.KNOWN.of("Something new");

        assertThat(unknown.stopsNotifications()).isFalse();
        assertThat(unknown.repeatsValues()).isFalse();
        assertThat(unknown.bondsAtPairing(Set.of(Profile.GLUCOSE, Profile.GLUCOSE_CONTEXT)))
                .isTrue();
        assertThat(unknown.bondsAtPairing(Set.of(Profile.HEART_RATE))).isFalse();
    }

    @Test
    void models_without_one_for_every_name_are_refused() {
        assertThatThrownBy(() -> new DeviceModels(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DeviceModels(List.of(DeviceModels.KNOWN.of("SimBP"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String text(String name) throws IOException {
        try (InputStream file = DeviceModels.class.getResourceAsStream(name)) {
            assertThat(file).isNotNull();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
