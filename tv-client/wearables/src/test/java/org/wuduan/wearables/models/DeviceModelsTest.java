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
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wuduan.wearables.gatt.Profile;
import org.wuduan.wearables.models.DeviceModel.Bond;
import org.wuduan.wearables.models.DeviceModel.ClockSetting;

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
    void each_quirk_is_that_of_the_models_that_are_known_to_have_it() {
        assertThat(those(DeviceModel::leavesAfterLastValue)).containsExactly("and-medical");
        assertThat(those(DeviceModel::userConsent)).containsExactly("beurer-scale");
        assertThat(those(DeviceModel::repeatsValues)).containsExactly("beurer-scale");
        assertThat(those(DeviceModel::stopsNotifications)).isEmpty();
        assertThat(those(model -> model.clock() == ClockSetting.NEVER)).isEmpty();
    }

    @Test
    void a_model_says_when_its_bond_is_made_and_only_without_a_word_of_it_the_profiles_do() {
        var strap = Set.of(Profile.HEART_RATE);
        var cuff = Set.of(Profile.BLOOD_PRESSURE);

        assertThat(bonding(Bond.AT_PAIRING).bondsAtPairing(strap)).isTrue();
        assertThat(bonding(Bond.ON_DEMAND).bondsAtPairing(cuff)).isFalse();
        assertThat(bonding(Bond.BY_PROFILE).bondsAtPairing(strap)).isFalse();
        assertThat(bonding(Bond.BY_PROFILE).bondsAtPairing(cuff)).isTrue();
    }

    private static DeviceModel bonding(Bond bond) {
        return new DeviceModel(
                "made-up", Pattern.compile(".*"), bond, false, false, false, false, ClockSetting.NEVER, "made up here");
    }

    private static List<String> those(Predicate<DeviceModel> quirk) {
        return DeviceModels.KNOWN.all().stream()
                .filter(quirk)
                .map(DeviceModel::id)
                .toList();
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
