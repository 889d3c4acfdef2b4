package org.wuduan.hub.record;

import static org.wuduan.hub.record.RecordEndpoint.DONE;
import static org.wuduan.hub.record.RecordEndpoint.form;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wuduan.contract.ClinicalRecord.AmendNote;
import org.wuduan.contract.ClinicalRecord.SaveNote;
import org.wuduan.contract.ClinicalRecord.SeenNote;
import org.wuduan.hub.identity.HttpCommands;
import org.wuduan.hub.identity.SignedIn;
import org.wuduan.hub.shared.ProblemAnswers;

/** The notes of a consultation by HTTP (PROTOCOL.md, section 16). */
@RestController
@RequestMapping("/api/consultations/{id}")
class NoteEndpoint {
    private final HttpCommands commands;
    private final NoteCommands notes;
    private final NotePages pages;
    private final NoteSignatures signatures;

    NoteEndpoint(HttpCommands commands, NoteCommands notes, NotePages pages, NoteSignatures signatures) {
        this.commands = commands;
        this.notes = notes;
        this.pages = pages;
        this.signatures = signatures;
    }

    @PostMapping("/note/save")
    ResponseEntity<String> save(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        return commands.run(request, form(SaveNote.class), DONE, (actor, wish) -> notes.save(actor, id, wish));
    }

    @PostMapping("/note/submit")
    ResponseEntity<String> submit(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        return commands.run(request, form(SeenNote.class), DONE, (actor, wish) -> notes.submit(actor, id, wish));
    }

    @PostMapping("/note/amend")
    ResponseEntity<String> amend(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        return commands.run(request, form(AmendNote.class), DONE, (actor, wish) -> notes.amend(actor, id, wish));
    }

    @PostMapping("/note/archive")
    ResponseEntity<String> archive(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        return commands.run(request, form(SeenNote.class), DONE, (actor, wish) -> notes.archive(actor, id, wish));
    }

    @GetMapping("/notes/{noteId}/versions")
    ResponseEntity<String> versions(@PathVariable UUID id, @PathVariable UUID noteId) {
        return ProblemAnswers.of(pages.versions(SignedIn.current().orElseThrow().actor(), id, noteId), 200);
    }

    /** What was signed, and what holds of it now. */
    @GetMapping("/notes/{noteId}/signed")
    ResponseEntity<String> signed(@PathVariable UUID id, @PathVariable UUID noteId) {
        var path = new NoteSignatures.Path(id, noteId);
        return ProblemAnswers.of(
                signatures.verified(SignedIn.current().orElseThrow().actor(), path), 200);
    }

    /** The same as a file to be verified elsewhere. */
    @GetMapping("/notes/{noteId}/signed/file")
    ResponseEntity<String> file(@PathVariable UUID id, @PathVariable UUID noteId) {
        var path = new NoteSignatures.Path(id, noteId);
        return ProblemAnswers.of(
                signatures.file(SignedIn.current().orElseThrow().actor(), path), 200);
    }
}
