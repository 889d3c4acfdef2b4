package org.wuduan.hub.household;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wuduan.contract.Boxes;
import org.wuduan.hub.identity.Access;
import org.wuduan.hub.identity.Action;
import org.wuduan.hub.identity.HttpCommands;
import org.wuduan.hub.identity.SignedIn;
import org.wuduan.hub.identity.Subject;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemAnswers;
import org.wuduan.hub.shared.RequestBody;

/** Boxes by HTTP (PROTOCOL.md, section 9). */
@RestController
class BoxEndpoint {
    private static final String FILE = "boxes";
    private static final int CREATED = 201;
    private static final int DONE = 204;

    private final HttpCommands commands;
    private final Announcements announcements;
    private final BoxCommands boxes;
    private final BoxLists lists;
    private final Access access;

    BoxEndpoint(HttpCommands commands, Announcements announcements, BoxCommands boxes, BoxLists lists, Access access) {
        this.commands = commands;
        this.announcements = announcements;
        this.boxes = boxes;
        this.lists = lists;
        this.access = access;
    }

    @PostMapping("/api/boxes/announcements")
    ResponseEntity<String> announce(HttpServletRequest request) throws IOException {
        var read = RequestBody.read(request, FILE, Boxes.AnnounceBox.class, RequestBody.COMMAND_BYTES_MAX);
        return ProblemAnswers.of(
                read.then(parsed -> announcements.announce(parsed.body(), request.getRemoteAddr())), 200);
    }

    @PostMapping("/api/boxes/announcements/state")
    ResponseEntity<String> state(HttpServletRequest request) throws IOException {
        var read = RequestBody.read(request, FILE, Boxes.AskAnnouncement.class, RequestBody.COMMAND_BYTES_MAX);
        return ProblemAnswers.of(read.then(parsed -> Outcome.of(announcements.state(parsed.body()))), 200);
    }

    @PostMapping("/api/boxes/confirmations")
    ResponseEntity<String> confirm(HttpServletRequest request) throws IOException {
        return commands.run(request, form(Boxes.ConfirmBox.class), CREATED, boxes::confirm);
    }

    @PostMapping("/api/boxes/{id}/name")
    ResponseEntity<String> name(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        return commands.run(
                request, form(Boxes.NameBox.class), DONE, (actor, wish) -> boxes.name(actor, id, wish.name()));
    }

    @PostMapping("/api/boxes/{id}/remove")
    ResponseEntity<String> remove(@PathVariable UUID id, HttpServletRequest request) {
        return commands.run(request, DONE, actor -> boxes.remove(actor, id));
    }

    @PostMapping("/api/boxes/{id}/move")
    ResponseEntity<String> move(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        return commands.run(
                request, form(Boxes.MoveBox.class), DONE, (actor, wish) -> boxes.move(actor, id, wish.householdId()));
    }

    @GetMapping("/api/households/{id}/boxes")
    ResponseEntity<String> list(@PathVariable UUID id) {
        var actor = SignedIn.current().orElseThrow().actor();
        return ProblemAnswers.of(
                access.check(actor, Action.MANAGE_BOXES, new Subject.OfHousehold(id))
                        .then(_ -> Outcome.of(lists.of(id))),
                200);
    }

    private static <T> HttpCommands.Form<T> form(Class<T> type) {
        return new HttpCommands.Form<>(FILE, type, RequestBody.COMMAND_BYTES_MAX);
    }
}
