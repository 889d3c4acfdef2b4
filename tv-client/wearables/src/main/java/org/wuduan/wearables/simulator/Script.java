package org.wuduan.wearables.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.wuduan.wearables.gatt.Frame;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measurements that devices take by themselves, one JSON object a line: {@code {"at":"PT5S","device":"cuff","hex":"…"}},
 * where {@code at} is the time since the start. Empty lines are skipped.
 */
record Script(List<Step> steps) {
    /** More than a day of a measurement every ten seconds. */
    static final int STEPS_MAX = 10_000;

    Script {
        steps = steps.stream().sorted(Comparator.comparing(Step::at)).toList();
    }

    /** One measurement. */
    record Step(Duration at, String device, Frame frame) {}

    /** @throws IllegalArgumentException naming the first line that is wrong */
    static Script read(Path file) throws IOException {
        ObjectMapper json = JsonMapper.builder().build();
        List<Step> steps = new ArrayList<>();
        List<String> lines;
        try (Stream<String> all = Files.lines(file)) {
            lines = all.limit(STEPS_MAX + 1L).toList();
        }
        if (lines.size() > STEPS_MAX) {
            throw new IllegalArgumentException("a script has at most " + STEPS_MAX + " lines");
        }
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                steps.add(step(json, lines.get(i), i + 1));
            }
        }
        return new Script(steps);
    }

    private static Step step(ObjectMapper json, String line, int number) {
        try {
            JsonNode step = json.readTree(line);
            return new Step(
                    Duration.parse(step.path("at").asString("")),
                    step.path("device").asString(""),
                    Frame.ofHex(step.path("hex").asString("")));
        } catch (JacksonException | DateTimeParseException | IllegalArgumentException e) {
            throw new IllegalArgumentException("line " + number + " of the script is wrong", e);
        }
    }

    /** @throws IllegalArgumentException when a step names no device of the household */
    void run(Household household, ScheduledExecutorService time) {
        for (Step step : steps) {
            Peripheral device = household
                    .device(step.device)
                    .orElseThrow(() -> new IllegalArgumentException("the script names an unknown device"));
            time.schedule(
                    () -> device.record(device.mainProfile(), step.frame), step.at.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
