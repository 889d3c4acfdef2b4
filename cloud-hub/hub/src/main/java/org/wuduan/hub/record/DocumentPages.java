package org.wuduan.hub.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wuduan.contract.ClinicalRecord.Document;
import org.wuduan.contract.ClinicalRecord.DocumentPage;
import org.wuduan.hub.audit.Audit;
import org.wuduan.hub.consortium.Consortium;
import org.wuduan.hub.identity.Action;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.identity.Subject;
import org.wuduan.hub.record.RecordDocuments.Kept;
import org.wuduan.hub.record.RecordDocuments.Place;
import org.wuduan.hub.shared.Outcome;

/** The documents of a patient that a doctor may open, wherever they stand: the newest first, page by page. */
@Component
class DocumentPages {
    private final List<RecordDocuments> sources;
    private final Names names;
    private final Consortium consortium;
    private final RecordPages.Doors doors;

    DocumentPages(List<RecordDocuments> sources, Names names, Consortium consortium, RecordPages.Doors doors) {
        this.sources = List.copyOf(sources);
        this.names = names;
        this.consortium = consortium;
        this.doors = doors;
    }

    /**
     * What one page has found.
     *
     * @param next where the next one goes on; null when there is no more
     */
    private record Found(List<Kept> documents, @Nullable Place next) {}

    /** The list is a part of the record, and audited as that; a document is audited when it is opened. */
    Outcome<DocumentPage> page(Actor actor, UUID patient, Place before) {
        return doors.access()
                .check(actor, Action.SEE_RECORD, new Subject.OfPatient(patient))
                .then(_ -> {
                    doors.audit().record(Audit.Kind.OPENING, actor.id(), "open-record", patient);
                    return Outcome.of(drawn(found(actor, patient, before)));
                });
    }

    private Found found(Actor actor, UUID patient, Place before) {
        var open = new HashMap<Needed, Boolean>();
        var documents = new ArrayList<Kept>();
        var from = before;
        for (int round = 0; round < RecordLimits.DOCUMENT_ROUNDS_MAX; round++) {
            var chunk = chunk(actor.id(), patient, from);
            for (var kept : chunk) {
                if (documents.size() == RecordLimits.DOCUMENTS_PAGE_MAX && mayOpen(actor, kept, open)) {
                    return new Found(documents, documents.getLast().place());
                }
                if (mayOpen(actor, kept, open)) {
                    documents.add(kept);
                }
            }
            if (chunk.size() <= RecordLimits.DOCUMENTS_PAGE_MAX) {
                return new Found(documents, null);
            }
            from = chunk.getLast().place();
        }
        return new Found(documents, from);
    }

    /** One more than a page has: whether there is a next one. */
    private List<Kept> chunk(UUID doctor, UUID patient, Place before) {
        int limit = RecordLimits.DOCUMENTS_PAGE_MAX + 1;
        return sources.stream()
                .flatMap(source -> source.of(doctor, patient, before, limit).stream())
                .sorted(Kept.NEWEST_FIRST)
                .limit(limit)
                .toList();
    }

    private record Needed(Action action, Subject subject) {}

    private boolean mayOpen(Actor actor, Kept kept, Map<Needed, Boolean> open) {
        return open.computeIfAbsent(
                new Needed(kept.needed(), kept.subject()),
                needed -> doors.access().allows(actor, needed.action(), needed.subject()));
    }

    private DocumentPage drawn(Found found) {
        var documents = found.documents();
        var known = names.known(documents.stream().map(Kept::author).distinct().toList());
        var places = places(documents);
        var next = found.next();
        return new DocumentPage(
                documents.stream()
                        .map(kept -> new Document(
                                kept.kind(),
                                kept.id(),
                                kept.consultation(),
                                kept.at(),
                                Objects.requireNonNull(places.get(kept.institution()), "institutions are not deleted"),
                                known.of(kept.author()).name(),
                                kept.state()))
                        .toList(),
                next == null ? null : new DocumentPage.Place(next.at(), next.id()));
    }

    private Map<UUID, String> places(Collection<Kept> documents) {
        return consortium.namesOf(
                documents.stream().map(Kept::institution).distinct().toList());
    }
}
