package org.wuduan.hub.record;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.wuduan.contract.ClinicalRecord.EditEntry;
import org.wuduan.contract.ClinicalRecord.RetireEntry;
import org.wuduan.contract.ClinicalRecord.StateNoAllergies;
import org.wuduan.contract.ClinicalRecord.WriteEntry;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.identity.HttpCommands;
import org.wuduan.hub.identity.SignedIn;
import org.wuduan.hub.shared.ProblemAnswers;
import org.wuduan.hub.shared.Refused;
import org.wuduan.hub.shared.RequestBody;

/** A patient's record by HTTP (PROTOCOL.md, section 16). */
@RestController
@RequestMapping("/api/patients/{id}/record")
class RecordEndpoint {
    static final String FILE = "record";
    static final int CREATED = 201;
    static final int DONE = 204;

    private final HttpCommands commands;
    private final EntryCommands entries;
    private final RecordPages pages;
    private final NotePages notes;
    private final DocumentPages documents;

    RecordEndpoint(
            HttpCommands commands, EntryCommands entries, RecordPages pages, NotePages notes, DocumentPages documents) {
        this.commands = commands;
        this.entries = entries;
        this.pages = pages;
        this.notes = notes;
        this.documents = documents;
    }

    @PostMapping("/entries")
    ResponseEntity<String> write(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        return commands.run(request, form(WriteEntry.class), CREATED, (actor, wish) -> entries.write(actor, id, wish));
    }

    @PostMapping("/entries/{entryId}")
    ResponseEntity<String> edit(@PathVariable UUID id, @PathVariable UUID entryId, HttpServletRequest request)
            throws IOException {
        var path = new EntryCommands.Path(id, entryId);
        return commands.run(request, form(EditEntry.class), DONE, (actor, wish) -> entries.edit(actor, path, wish));
    }

    @PostMapping("/entries/{entryId}/retire")
    ResponseEntity<String> retire(@PathVariable UUID id, @PathVariable UUID entryId, HttpServletRequest request)
            throws IOException {
        var path = new EntryCommands.Path(id, entryId);
        return commands.run(request, form(RetireEntry.class), DONE, (actor, wish) -> entries.retire(actor, path, wish));
    }

    @PostMapping("/no-known-allergies")
    ResponseEntity<String> noKnownAllergies(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        return commands.run(
                request,
                form(StateNoAllergies.class),
                DONE,
                (actor, wish) -> entries.noKnownAllergies(actor, id, wish.id()));
    }

    @GetMapping("/entries/{entryId}/versions")
    ResponseEntity<String> versions(@PathVariable UUID id, @PathVariable UUID entryId) {
        return ProblemAnswers.of(pages.versions(reader(), id, entryId), 200);
    }

    @GetMapping("/visits/{consultationId}")
    ResponseEntity<String> visit(@PathVariable UUID id, @PathVariable UUID consultationId) {
        return ProblemAnswers.of(notes.visit(reader(), id, consultationId), 200);
    }

    /** The newest ones, or those behind the place that the page before named. */
    @GetMapping("/documents")
    ResponseEntity<String> documents(
            @PathVariable UUID id,
            @RequestParam(name = "before", required = false) @Nullable Instant before,
            @RequestParam(name = "beforeId", required = false) @Nullable UUID beforeId) {
        if (before == null || beforeId == null) {
            return before == null && beforeId == null
                    ? ProblemAnswers.of(documents.page(reader(), id, RecordDocuments.Place.TOP), 200)
                    : ProblemAnswers.of(Refused.field(before == null ? "before" : "beforeId"), 200);
        }
        if (before.isBefore(Instant.EPOCH) || before.isAfter(RecordDocuments.Place.TOP.at())) {
            return ProblemAnswers.of(Refused.field("before"), 200);
        }
        return ProblemAnswers.of(documents.page(reader(), id, new RecordDocuments.Place(before, beforeId)), 200);
    }

    private static Actor reader() {
        return SignedIn.current().orElseThrow().actor();
    }

    static <T> HttpCommands.Form<T> form(Class<T> type) {
        return new HttpCommands.Form<>(FILE, type, RequestBody.COMMAND_BYTES_MAX);
    }
}
