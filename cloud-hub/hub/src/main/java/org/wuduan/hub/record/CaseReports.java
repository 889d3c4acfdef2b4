package org.wuduan.hub.record;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wuduan.contract.ClinicalRecord.Document;
import org.wuduan.hub.consultation.CareCases;
import org.wuduan.hub.identity.Action;
import org.wuduan.hub.identity.Subject;

/** The reports of concluded consultations. */
@Component
class CaseReports implements RecordDocuments {
    private final CareCases cases;

    CaseReports(CareCases cases) {
        this.cases = cases;
    }

    @Override
    public List<Kept> of(UUID doctor, UUID patient, Place before, int limit) {
        return cases.reports(doctor, patient, new CareCases.Report.Place(before.at(), before.id()), limit).stream()
                .map(report -> new Kept(
                        Document.Kind.REPORT,
                        report.consultation(),
                        report.consultation(),
                        report.concludedAt(),
                        report.institution(),
                        report.doctor(),
                        Document.State.CONCLUDED,
                        Action.SEE_OPINIONS,
                        new Subject.OfConsultation(report.consultation())))
                .toList();
    }
}
