package org.wuduan.wearables.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.wuduan.wearables.models.DeviceModel.Bond;
import org.wuduan.wearables.models.DeviceModel.ClockSetting;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The known models, in the order in which their names are tried; the last one matches every name. */
public record DeviceModels(List<DeviceModel> all) {
    /** Those that are shipped. */
    public static final DeviceModels KNOWN = shipped();

    /** @throws IllegalArgumentException when the last model is not one for every name */
    public DeviceModels {
        all = List.copyOf(all);
        if (all.isEmpty() || !all.getLast().names().pattern().equals(".*")) {
            throw new IllegalArgumentException("the last model is the one for every name");
        }
    }

    /** The model of a device by the name that it advertises; the safe default when none is known. */
    public DeviceModel of(String name) {
        return all.stream()
                .filter(model -> model.names().matcher(name).matches())
                .findFirst()
                .orElse(all.getLast());
    }

    private static DeviceModels shipped() {
        try (InputStream file = DeviceModels.class.getResourceAsStream("device-models.json")) {
            if (file == null) {
                throw new IllegalStateException("device-models.json is missing");
            }
            JsonNode models = JsonMapper.builder().build().readTree(file).path("models");
            return new DeviceModels(
                    models.valueStream().map(DeviceModels::model).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DeviceModel model(JsonNode read) {
        return new DeviceModel(
                read.path("id").stringValue(),
                Pattern.compile(read.path("names").stringValue(), Pattern.DOTALL),
                Bond.valueOf(read.path("bond").stringValue().toUpperCase(Locale.ROOT)),
                read.path("leavesAfterLastValue").booleanValue(),
                read.path("stopsNotifications").booleanValue(),
                read.path("userConsent").booleanValue(),
                read.path("repeatsValues").booleanValue(),
                ClockSetting.valueOf(read.path("clock").stringValue().toUpperCase(Locale.ROOT)),
                read.path("source").stringValue());
    }
}
