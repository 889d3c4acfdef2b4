package org.wuduan.hub.household;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wuduan.contract.Wearables;
import org.wuduan.hub.identity.HttpCommands;
import org.wuduan.hub.shared.RequestBody;

/** Wearables by HTTP (PROTOCOL.md, "Wearables of a household"). */
@RestController
@RequestMapping("/api/households/{id}")
class WearableEndpoint {
    private static final String FILE = "wearables";
    private static final int CREATED = 201;
    private static final int DONE = 204;

    private final HttpCommands commands;
    private final WearableCommands wearables;

    WearableEndpoint(HttpCommands commands, WearableCommands wearables) {
        this.commands = commands;
        this.wearables = wearables;
    }

    @PostMapping("/wearable-pairing")
    ResponseEntity<String> start(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        return commands.run(
                request,
                form(Wearables.StartPairing.class),
                CREATED,
                (actor, wish) -> wearables.start(actor, id, wish.pairingId()));
    }

    @PostMapping("/wearable-pairing/choose")
    ResponseEntity<String> choose(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        return commands.run(
                request,
                form(Wearables.ChooseWearable.class),
                DONE,
                (actor, wish) -> wearables.choose(actor, id, wish));
    }

    @PostMapping("/wearable-pairing/answer")
    ResponseEntity<String> answer(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        return commands.run(
                request, form(Wearables.AnswerCode.class), DONE, (actor, wish) -> wearables.answer(actor, id, wish));
    }

    @PostMapping("/wearable-pairing/add")
    ResponseEntity<String> add(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        return commands.run(
                request, form(Wearables.AddWearable.class), DONE, (actor, wish) -> wearables.add(actor, id, wish));
    }

    @PostMapping("/wearable-pairing/end")
    ResponseEntity<String> end(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        return commands.run(
                request,
                form(Wearables.EndPairing.class),
                DONE,
                (actor, wish) -> wearables.end(actor, id, wish.pairingId()));
    }

    @PostMapping("/wearable-pairing/found")
    ResponseEntity<String> found(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        return commands.run(
                request, form(Wearables.ReportFound.class), DONE, (actor, wish) -> wearables.found(actor, id, wish));
    }

    @PostMapping("/wearable-pairing/report")
    ResponseEntity<String> report(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        return commands.run(
                request, form(Wearables.ReportPairing.class), DONE, (actor, wish) -> wearables.report(actor, id, wish));
    }

    @PostMapping("/wearables/{address}/name")
    ResponseEntity<String> name(@PathVariable UUID id, @PathVariable String address, HttpServletRequest request)
            throws IOException {
        return commands.run(
                request,
                form(Wearables.NameWearable.class),
                DONE,
                (actor, wish) -> wearables.rename(actor, id, address, wish.name()));
    }

    @PostMapping("/wearables/{address}/wearer")
    ResponseEntity<String> wearer(@PathVariable UUID id, @PathVariable String address, HttpServletRequest request)
            throws IOException {
        return commands.run(
                request,
                form(Wearables.ChangeWearer.class),
                DONE,
                (actor, wish) -> wearables.wear(actor, id, address, wish.patientId()));
    }

    @PostMapping("/wearables/{address}/remove")
    ResponseEntity<String> remove(@PathVariable UUID id, @PathVariable String address, HttpServletRequest request) {
        return commands.run(request, DONE, actor -> wearables.remove(actor, id, address));
    }

    private static <T> HttpCommands.Form<T> form(Class<T> type) {
        return new HttpCommands.Form<>(FILE, type, RequestBody.COMMAND_BYTES_MAX);
    }
}
