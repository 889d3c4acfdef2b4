package org.wuduan.hub.consultation;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.wuduan.contract.ConsultationState;
import org.wuduan.contract.View.ConsultationView;
import org.wuduan.hub.consortium.Consortium;

/** In whose archives the reports of a consultation lie: those of the institutions that took part. */
@Service
class ReportArchive {
    private final ReportBook book;
    private final Consortium consortium;

    ReportArchive(ReportBook book, Consortium consortium) {
        this.book = book;
        this.consortium = consortium;
    }

    /**
     * The inviting institution, and each that a doctor worked for when accepting an invitation or coming in, by name.
     * They stay the same for every version. An acceptance of before that was kept adds none: where the doctor works now
     * need not be who took part.
     */
    Map<UUID, String> institutions(Consultation consultation) {
        var those = new LinkedHashSet<UUID>();
        those.add(consultation.institution());
        consultation.invitations().stream()
                .flatMap(invited -> Stream.ofNullable(invited.institution()))
                .forEach(those::add);
        return named(consultation, List.copyOf(those));
    }

    /** What the doctors are shown of it; empty as long as nothing is archived. */
    Optional<ConsultationView.Report> shown(Consultation consultation) {
        if (consultation.state() != ConsultationState.CONCLUDED) {
            return Optional.empty();
        }
        var entries = book.newest(consultation.id());
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        var at =
                entries.stream().collect(Collectors.toMap(ReportBook.Entry::institution, ReportBook.Entry::archivedAt));
        var archived = named(consultation, List.copyOf(at.keySet())).entrySet().stream()
                .map(place ->
                        new ConsultationView.Archived(place.getValue(), Objects.requireNonNull(at.get(place.getKey()))))
                .toList();
        return Optional.of(new ConsultationView.Report(entries.getFirst().version(), archived));
    }

    /** The inviting one first, the others in the order of their names. */
    private Map<UUID, String> named(Consultation consultation, List<UUID> institutions) {
        var names = consortium.namesOf(institutions);
        var inOrder = new LinkedHashMap<UUID, String>();
        institutions.stream()
                .sorted(Comparator.<UUID, Boolean>comparing(one -> !one.equals(consultation.institution()))
                        .thenComparing(one -> name(names, one)))
                .forEach(one -> inOrder.put(one, name(names, one)));
        return inOrder;
    }

    private static String name(Map<UUID, String> names, UUID institution) {
        return Objects.requireNonNull(names.get(institution), "an institution is not deleted");
    }
}
