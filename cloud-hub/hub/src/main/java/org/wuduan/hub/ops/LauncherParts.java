package org.wuduan.hub.ops;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.wuduan.contract.Operations.PartKind;
import org.wuduan.contract.Operations.PartState;
import org.wuduan.contract.Operations.PartTrouble;
import org.wuduan.contract.WireJson;
import tools.jackson.core.JacksonException;

/**
 * Reads what the launcher writes about its processes every few seconds. Without a launcher (the processes run under
 * systemd, say) there is no such file in the settings, and nothing is found.
 */
@Component
class LauncherParts {
    /** A launcher writes every 5 s. */
    static final Duration SILENT_MAX = Duration.ofSeconds(15);

    private static final String NAME = "launcher";
    private static final String ANSWERS = "answers";
    private static final Map<String, PartTrouble> TROUBLES = Map.of(
            "starting", PartTrouble.NOT_STARTED, "hangs", PartTrouble.HANGS, "keeps-ending", PartTrouble.KEEPS_ENDING);

    private final Optional<Path> file;
    private final Clock clock;

    LauncherParts(@Value("${hub.processes:}") String file, Clock clock) {
        this.file = file.isBlank() ? Optional.empty() : Optional.of(Path.of(file));
        this.clock = clock;
    }

    /** The launcher's words: its ProcessHealth. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Written(Instant at, List<Process> processes) {
        /**
         * @param state starting, answers, ended, hangs or keeps-ending
         * @param since when that began
         */
        @JsonIgnoreProperties(ignoreUnknown = true)
        record Process(String name, String state, Instant since) {}
    }

    List<Finding> look() {
        return file.map(this::look).orElse(List.of());
    }

    private List<Finding> look(Path written) {
        try {
            return findings(WireJson.mapper().readValue(Files.readString(written), Written.class));
        } catch (IOException | JacksonException | NullPointerException unreadable) {
            return List.of(Finding.of(PartKind.LAUNCHER, NAME, PartState.ILL, PartTrouble.UNREADABLE));
        }
    }

    private List<Finding> findings(Written written) {
        boolean silent = written.at().isBefore(clock.instant().minus(SILENT_MAX));
        var found = new ArrayList<Finding>();
        found.add(
                silent
                        ? Finding.of(PartKind.LAUNCHER, NAME, PartState.ILL, PartTrouble.NO_ANSWER)
                                .since(written.at())
                        : Finding.well(PartKind.LAUNCHER, NAME));
        written.processes().forEach(process -> found.add(silent ? unknown(process) : finding(process)));
        return found;
    }

    /** What a silent launcher said last is not known to be so any more. */
    private static Finding unknown(Written.Process process) {
        return Finding.of(PartKind.PROCESS, process.name(), PartState.UNKNOWN, PartTrouble.NO_ANSWER);
    }

    private static Finding finding(Written.Process process) {
        var found = process.state().equals(ANSWERS)
                ? Finding.well(PartKind.PROCESS, process.name())
                : ill(process, TROUBLES.getOrDefault(process.state(), PartTrouble.ENDED));
        return found.since(process.since());
    }

    private static Finding ill(Written.Process process, PartTrouble why) {
        return Finding.of(PartKind.PROCESS, process.name(), PartState.ILL, why);
    }
}
