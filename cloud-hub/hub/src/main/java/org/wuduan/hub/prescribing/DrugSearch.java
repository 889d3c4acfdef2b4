package org.wuduan.hub.prescribing;

import java.util.Comparator;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wuduan.contract.Prescribing.Drug;
import org.wuduan.contract.Prescribing.DrugList;
import org.wuduan.hub.consultation.CareCases;
import org.wuduan.hub.identity.Access;
import org.wuduan.hub.identity.Action;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.identity.Subject;
import org.wuduan.hub.shared.Outcome;

/** Finds drugs of a formulary by pinyin initials, by name in either language, or by code. */
@Component
class DrugSearch {
    static final int FOUND_MAX = 20;

    private final Access access;
    private final CareCases cases;
    private final DrugTables tables;

    DrugSearch(Access access, CareCases cases, DrugTables tables) {
        this.access = access;
        this.cases = cases;
        this.tables = tables;
    }

    Outcome<DrugList> find(Actor actor, UUID consultation, String words) {
        return access.check(actor, Action.PRESCRIBE, new Subject.OfConsultation(consultation))
                .then(_ -> {
                    var institution = cases.find(consultation).orElseThrow().institution();
                    var wanted = words.strip().toLowerCase(Locale.ROOT);
                    var found = tables.drugs(institution).stream()
                            .filter(drug -> rank(drug, wanted) < NOT_FOUND)
                            .sorted(Comparator.comparingInt((Drug drug) -> rank(drug, wanted))
                                    .thenComparing(Drug::pinyin))
                            .limit(FOUND_MAX)
                            .toList();
                    return Outcome.of(new DrugList(
                            found,
                            tables.isOwn(DrugTables.Kind.FORMULARY, institution),
                            tables.isOwn(DrugTables.Kind.RATIONAL_USE, institution)));
                });
    }

    private static final int NOT_FOUND = 4;

    /** What begins with the words comes before what holds them: 盐酸二甲双胍 is found by ejsg. */
    private static int rank(Drug drug, String wanted) {
        if (wanted.isEmpty()) {
            return NOT_FOUND;
        }
        if (drug.pinyin().startsWith(wanted)) {
            return 0;
        }
        if (drug.nameZh().startsWith(wanted) || drug.nameEn().startsWith(wanted)) {
            return 1;
        }
        if (drug.pinyin().contains(wanted) || drug.nameZh().contains(wanted)) {
            return 2;
        }
        boolean inside = drug.nameEn().contains(wanted) || drug.code().startsWith(wanted);
        return inside ? 3 : NOT_FOUND;
    }
}
