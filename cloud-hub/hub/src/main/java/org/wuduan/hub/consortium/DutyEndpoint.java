package org.wuduan.hub.consortium;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.wuduan.contract.ActorKind;
import org.wuduan.contract.Answers;
import org.wuduan.contract.Commands;
import org.wuduan.contract.Department;
import org.wuduan.contract.Level;
import org.wuduan.hub.audit.Audit;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.identity.HttpCommands;
import org.wuduan.hub.identity.SignedIn;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemAnswers;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;

/** Who is on duty: doctors ask, and say it of themselves. */
@RestController
class DutyEndpoint {
    private static final int PLANNED_MAX = 100;

    private final Consortium consortium;
    private final Rosters rosters;
    private final HttpCommands commands;
    private final Audit audit;

    DutyEndpoint(Consortium consortium, Rosters rosters, HttpCommands commands, Audit audit) {
        this.consortium = consortium;
        this.rosters = rosters;
        this.commands = commands;
        this.audit = audit;
    }

    @GetMapping("/api/duty")
    ResponseEntity<String> onDuty(
            @RequestParam(name = "level", required = false) @Nullable String level,
            @RequestParam(name = "department", required = false) @Nullable String department) {
        var actor = SignedIn.current().orElseThrow().actor();
        if (actor.kind() != ActorKind.DOCTOR) {
            audit.recordDenial(actor.id(), "see-duty", null);
            return ProblemAnswers.of(ProblemType.ACTION_NOT_ALLOWED);
        }
        try {
            var doctors = consortium.onDuty(
                    level == null ? null : Level.valueOf(level.toUpperCase(Locale.ROOT)),
                    department == null ? null : Department.valueOf(department.toUpperCase(Locale.ROOT)));
            return ProblemAnswers.of(Outcome.of(new Answers.DutyList(doctors, planned())), 200);
        } catch (IllegalArgumentException noSuchChoice) {
            return ProblemAnswers.of(Refused.field("level, department"), 422);
        }
    }

    private List<Answers.DutyList.Planned> planned() {
        var soon = rosters.soon();
        return consortium.of(soon.keySet()).values().stream()
                .map(doctor -> {
                    var turn = java.util.Objects.requireNonNull(soon.get(doctor.id()));
                    return new Answers.DutyList.Planned(doctor, turn.from(), turn.to());
                })
                .sorted(Comparator.comparing(Answers.DutyList.Planned::from))
                .limit(PLANNED_MAX)
                .toList();
    }

    @PostMapping("/api/duty")
    ResponseEntity<String> setDuty(HttpServletRequest request) throws IOException {
        return commands.run(request, Commands.SetDuty.class, 204, (actor, wish) -> setDuty(actor, wish.onDuty()));
    }

    private Outcome<Outcome.Nothing> setDuty(Actor actor, boolean onDuty) {
        if (actor.kind() != ActorKind.DOCTOR) {
            audit.recordDenial(actor.id(), "set-duty", null);
            return Refused.of(ProblemType.ACTION_NOT_ALLOWED);
        }
        consortium.setDuty(actor.id(), onDuty);
        audit.record(Audit.Kind.WRITE, actor.id(), onDuty ? "duty-on" : "duty-off", actor.id());
        return Outcome.done();
    }
}
