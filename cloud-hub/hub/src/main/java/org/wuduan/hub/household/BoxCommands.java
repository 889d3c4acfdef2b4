package org.wuduan.hub.household;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.wuduan.contract.ActorKind;
import org.wuduan.contract.Boxes;
import org.wuduan.hub.audit.Audit;
import org.wuduan.hub.identity.Access;
import org.wuduan.hub.identity.Action;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.identity.Attempts;
import org.wuduan.hub.identity.BoxKeys;
import org.wuduan.hub.identity.IdentityLimits;
import org.wuduan.hub.identity.Subject;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;

/** What a household and its clinic say over boxes: confirm, name, remove, move. */
@Service
class BoxCommands {
    private final Access access;
    private final Announcements announcements;
    private final HouseholdBoxes boxes;
    private final BoxKeys keys;
    private final Audit audit;
    private final Attempts guesses;

    BoxCommands(
            Access access, Announcements announcements, HouseholdBoxes boxes, BoxKeys keys, Audit audit, Clock clock) {
        this.access = access;
        this.announcements = announcements;
        this.boxes = boxes;
        this.keys = keys;
        this.audit = audit;
        this.guesses = new Attempts(IdentityLimits.CODES_OF_ONE_PERSON_MAX, IdentityLimits.CODES_IN_ALL_MAX, clock);
    }

    /** Wrong codes are counted for each person, wherever they are entered. */
    Outcome<Outcome.Nothing> confirm(Actor actor, Boxes.ConfirmBox wish) {
        return access.check(actor, Action.MANAGE_BOXES, new Subject.OfHousehold(wish.householdId()))
                .then(_ -> {
                    var person = actor.id().toString();
                    var wait = guesses.begin(person);
                    if (wait.isPresent()) {
                        return Refused.retryAfter(ProblemType.LOCKED_OUT, wait.get());
                    }
                    var waiting = announcements.withCode(wish.code());
                    if (waiting.isEmpty()) {
                        audit.recordDenial(actor.id(), "confirm-box", wish.householdId());
                        return Refused.of(ProblemType.CODE_UNKNOWN);
                    }
                    guesses.right(person);
                    return admit(actor, wish, waiting.get());
                });
    }

    private Outcome<Outcome.Nothing> admit(Actor actor, Boxes.ConfirmBox wish, Announcements.Waiting waiting) {
        return boxes.place(waiting.box(), wish.householdId(), wish.name()).then(_ -> {
            keys.keep(waiting.box(), waiting.publicKey(), wish.name());
            announcements.confirmed(waiting, wish.householdId());
            audit.record(Audit.Kind.WRITE, actor.id(), "confirm-box", waiting.box());
            return Outcome.done();
        });
    }

    /** A box may take itself out, as its factory reset does; everybody else must manage the boxes of its household. */
    Outcome<Outcome.Nothing> remove(Actor actor, UUID id) {
        var box = boxes.find(id);
        if (box.isPresent() && actor.kind() == ActorKind.BOX && actor.id().equals(id)) {
            return removed(actor, box.get());
        }
        return managed(actor, id).then(found -> removed(actor, found));
    }

    private Outcome<Outcome.Nothing> removed(Actor actor, HouseholdBoxes.Placed box) {
        boxes.remove(box);
        keys.revoke(box.id());
        audit.record(Audit.Kind.WRITE, actor.id(), "remove-box", box.id());
        return Outcome.done();
    }

    Outcome<Outcome.Nothing> name(Actor actor, UUID id, String name) {
        return managed(actor, id).then(box -> {
            boxes.name(box, name);
            audit.record(Audit.Kind.WRITE, actor.id(), "name-box", id);
            return Outcome.done();
        });
    }

    /** Both households must be the mover's to decide on. The box signs in anew and learns where it belongs. */
    Outcome<Outcome.Nothing> move(Actor actor, UUID id, UUID household) {
        return boxes.find(id)
                .map(Outcome::of)
                .orElseGet(() -> missing(actor, id))
                .then(box -> access.check(actor, Action.MOVE_BOX, new Subject.OfHousehold(box.household()))
                        .then(_ -> access.check(actor, Action.MOVE_BOX, new Subject.OfHousehold(household)))
                        .then(_ -> boxes.move(box, household))
                        .then(_ -> {
                            keys.endSessions(id);
                            audit.record(Audit.Kind.WRITE, actor.id(), "move-box", id);
                            return Outcome.done();
                        }));
    }

    private Outcome<HouseholdBoxes.Placed> managed(Actor actor, UUID id) {
        return boxes.find(id)
                .map(Outcome::of)
                .orElseGet(() -> missing(actor, id))
                .then(box -> access.check(actor, Action.MANAGE_BOXES, new Subject.OfHousehold(box.household()))
                        .then(_ -> Outcome.of(box)));
    }

    private <T> Outcome<T> missing(Actor actor, UUID id) {
        audit.recordDenial(actor.id(), "manage-boxes", id);
        return Refused.of(ProblemType.NOT_FOUND);
    }
}
