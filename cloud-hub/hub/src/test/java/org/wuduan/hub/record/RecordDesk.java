package org.wuduan.hub.record;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.wuduan.contract.AllergyCertainty;
import org.wuduan.contract.AllergySeverity;
import org.wuduan.contract.ClinicalRecord.EditEntry;
import org.wuduan.contract.ClinicalRecord.EntryContent;
import org.wuduan.contract.ClinicalRecord.NoteContent;
import org.wuduan.contract.ClinicalRecord.RetireEntry;
import org.wuduan.contract.ClinicalRecord.SaveNote;
import org.wuduan.contract.ClinicalRecord.WriteEntry;
import org.wuduan.contract.Diagnosis;
import org.wuduan.contract.EntryKind;
import org.wuduan.contract.NoteTemplate;
import org.wuduan.contract.View.NotesView;
import org.wuduan.contract.View.RecordView;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.Town;

/** What doctors of a town do with the record of its patient. */
record RecordDesk(Town town) {
    static final EntryContent PENICILLIN =
            new EntryContent("青霉素", null, "皮疹", AllergySeverity.SEVERE, AllergyCertainty.CONFIRMED, null, null);

    static EntryContent text(String text) {
        return new EntryContent(text, null, null, null, null, null, null);
    }

    static NoteContent note(String complaint, String advice) {
        return new NoteContent(complaint, "", "", "", List.of(), "", advice, List.of());
    }

    static NoteContent note(Diagnosis diagnosis) {
        return new NoteContent("头晕", "", "", "", List.of(diagnosis), "", "", List.of());
    }

    String path() {
        return "/api/patients/" + town.patient + "/record";
    }

    HttpResponse<String> write(HubClient who, EntryKind kind, EntryContent content) {
        return write(who, UUID.randomUUID(), kind, content);
    }

    HttpResponse<String> write(HubClient who, UUID id, EntryKind kind, EntryContent content) {
        return who.post(path() + "/entries", new WriteEntry(id, kind, content));
    }

    HttpResponse<String> edit(HubClient who, UUID entry, int version, EntryContent content) {
        return who.post(path() + "/entries/" + entry, new EditEntry(version, content));
    }

    HttpResponse<String> retire(HubClient who, UUID entry, int version) {
        return who.post(path() + "/entries/" + entry + "/retire", new RetireEntry(version, "已停"));
    }

    HttpResponse<String> save(HubClient who, UUID consultation, SaveNote note) {
        return who.post(Town.path(consultation) + "/note/save", note);
    }

    /** The first text of a note. */
    UUID begin(HubClient who, UUID consultation, NoteContent content) {
        var id = UUID.randomUUID();
        Town.done(who, Town.path(consultation) + "/note/save", new SaveNote(id, 0, NoteTemplate.HYPERTENSION, content));
        return id;
    }

    RecordView record(HubClient who, Function<RecordView, Boolean> asDescribed) {
        var stream = "record/" + town.patient;
        try (var live = town.live(who)) {
            live.watch(stream);
            return live.awaitView(stream, RecordView.class, asDescribed);
        }
    }

    NotesView notes(HubClient who, UUID consultation) {
        var stream = "notes/" + consultation;
        try (var live = town.live(who)) {
            live.watch(stream);
            return live.awaitView(stream, NotesView.class, _ -> true);
        }
    }
}
