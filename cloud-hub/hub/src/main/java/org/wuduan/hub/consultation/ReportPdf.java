package org.wuduan.hub.consultation;

import java.io.ByteArrayOutputStream;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.HeaderFooter;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfWriter;
import org.wuduan.contract.InvitationState;
import org.wuduan.contract.Signing.SignedDocument;
import org.wuduan.contract.Signing.Verdict;

/**
 * Writes a report on A4: who was asked and what, what each doctor said and signed, what was decided, who archives it, and
 * how to verify it.
 */
final class ReportPdf {
    /** PDF points, 72 to the inch. */
    private static final float MARGIN = 50;

    private static final int TITLE = 18;
    private static final int HEADING = 13;
    private static final int TEXT = 10;
    private static final int SMALL = 8;
    private static final float SPACE = 4;

    private final ReportContent content;
    private final ReportEdition edition;
    private final BaseFont font;
    private final Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);

    private ReportPdf(ReportContent content, ReportEdition edition, BaseFont font) {
        this.content = content;
        this.edition = edition;
        this.font = font;
    }

    static byte[] of(ReportContent content, ReportEdition edition, BaseFont font) {
        return new ReportPdf(content, edition, font).write();
    }

    private byte[] write() {
        var bytes = new ByteArrayOutputStream();
        PdfWriter.getInstance(document, bytes);
        var consultation = content.consultation();
        var foot = new HeaderFooter(
                new Phrase("会诊 " + consultation.id() + "  第 ", new Font(font, SMALL)),
                new Phrase(" 页", new Font(font, SMALL)));
        foot.setAlignment(Element.ALIGN_CENTER);
        foot.setBorder(0);
        document.setFooter(foot);
        document.addTitle("会诊报告");
        document.open();
        var title = new Paragraph("远程会诊报告", new Font(font, TITLE));
        title.setAlignment(Element.ALIGN_CENTER);
        title.setSpacingAfter(TEXT);
        document.add(title);
        about(consultation);
        for (int number = 1; number <= content.invitations().size(); number++) {
            invitation(number);
        }
        content.opinions().forEach(this::opinion);
        conclusion(Objects.requireNonNull(consultation.conclusion()));
        archives();
        howToVerify();
        document.close();
        return bytes.toByteArray();
    }

    private void about(Consultation consultation) {
        var patient = content.patient();
        line("患者", patient.name() + "，%s，%d 年生".formatted(ReportWords.sex(patient.sex()), patient.birthYear()));
        line("邀请方医生", ReportWords.doctor(content.doctor()));
        line("申请时间（北京时间）", ReportWords.time(consultation.requestedAt()));
        if (consultation.complaint() != null) {
            line("主诉", consultation.complaint());
        }
        var basis = consultation.legalBasis();
        if (basis != null) {
            line("合法依据", "%s（%s），%s".formatted(ReportWords.basis(basis.kind()), basis.evidence(), content.source()));
        }
        var consent = consultation.consent();
        if (consent != null) {
            line(
                    "知情同意",
                    "%s，%s，文本 %s"
                            .formatted(
                                    ReportWords.giver(consent.givenBy()),
                                    ReportWords.time(consent.at()),
                                    consent.textVersion()));
        }
    }

    private void invitation(int number) {
        var one = content.invitations().get(number - 1);
        var ground = one.invited().ground();
        if (ground != null && ground.referral() != null) {
            heading("随转 %d：%s".formatted(number, ReportWords.doctor(one.doctor())));
            followed(one, ground.referral());
        } else {
            heading("邀请 %d：%s".formatted(number, ReportWords.doctor(one.doctor())));
            asked(number, one);
        }
        grounds(one);
    }

    /** Without what the referral says: whoever reads the report need not be who may read that. */
    private void followed(ReportContent.Asked one, UUID referral) {
        line("加入时间（北京时间）", ReportWords.time(one.invited().at()));
        institution(one);
        line("加入方式", "按转诊单随转");
        line("转诊单号", referral.toString());
    }

    private void asked(int number, ReportContent.Asked one) {
        var fields = one.invited().invitation();
        line("邀请时间（北京时间）", ReportWords.time(one.invited().at()));
        line("答复", ReportWords.answer(one.invited()));
        if (one.invited().state() == InvitationState.ACCEPTED) {
            institution(one);
        }
        line("会诊事由", fields.reason());
        line("会诊目的", fields.purpose());
        line("时间安排", fields.schedule());
        line("拟邀医师专业和职称", fields.specialty() + "，" + fields.title());
        line("病历摘要", caseSummary(number, fields.caseSummary()));
    }

    private void institution(ReportContent.Asked one) {
        line("当时所在机构", one.institution() == null ? "不详" : one.institution());
    }

    /** The same text for several doctors is printed once. */
    private String caseSummary(int number, String text) {
        for (int earlier = 1; earlier < number; earlier++) {
            var before = content.invitations().get(earlier - 1).invited();
            if (!before.following() && before.invitation().caseSummary().equals(text)) {
                return "同邀请 " + earlier;
            }
        }
        return text;
    }

    private void grounds(ReportContent.Asked asked) {
        var ground = asked.invited().ground();
        if (ground != null && ground.agreement() != null && !ground.agreement().isBlank()) {
            line("机构间协议", ground.agreement());
        }
        asked.grounds().forEach(one -> line("邀请的依据", one));
        if (asked.grounds().isEmpty()) {
            line("邀请的依据", "没有记录");
        }
    }

    private void opinion(ReportContent.Part part) {
        heading("会诊意见：" + ReportWords.doctor(part.doctor()));
        text(part.opinion().text(), TEXT);
        signature(part.signed(), ReportWords.time(part.opinion().at()));
        part.opinion().decision().ifPresent(decided -> {
            line(
                    "邀请方决定",
                    ReportWords.adoption(decided.adoption())
                            + (decided.version() > 1 ? "（第 " + decided.version() + " 次决定，更正）" : ""));
            if (decided.reason() != null) {
                line("理由", decided.reason());
            }
            signature(part.decisionSigned(), ReportWords.time(decided.at()));
        });
    }

    private void conclusion(Consultation.Conclusion conclusion) {
        heading("结论");
        line("去向", ReportWords.outcome(conclusion.outcome()));
        line("小结", conclusion.summary());
        line("结束时间", ReportWords.time(conclusion.at()));
    }

    private void archives() {
        heading("归档");
        if (content.archiveRule() != null) {
            line("依据", content.archiveRule());
        }
        line("版本", "第 %d 版".formatted(edition.version()));
        var at = ReportWords.time(edition.madeAt());
        line(
                "已归档（北京时间）",
                edition.institutions().values().stream()
                        .map(name -> name + " " + at)
                        .collect(Collectors.joining("，")));
        content.invitations().stream()
                .filter(one -> one.invited().state() == InvitationState.ACCEPTED && one.institution() == null)
                .forEach(one -> line("受邀方机构不详，未归档", one.doctor().name()));
        text("医生的职称、机构和级别以制作本版时的登记为准。", SMALL);
    }

    private void signature(@Nullable SignedDocument signed, String submittedAt) {
        if (signed == null || signed.versions().isEmpty()) {
            text("已提交 " + submittedAt + "，未签名", SMALL);
            return;
        }
        var newest = signed.versions().getLast();
        var name = newest.signer() == null ? "" : newest.signer().name();
        boolean holds = signed.complete()
                && signed.versions().stream()
                        .map(SignedDocument.Version::verdict)
                        .allMatch(Verdict::holds);
        text(
                "已签名 %s %s，算法 %s，第 %d 版"
                        .formatted(name, ReportWords.time(newest.signedAt()), newest.algorithm(), newest.version()),
                SMALL);
        text("文书号 " + signed.document(), SMALL);
        text("公钥指纹 " + newest.fingerprint(), SMALL);
        text(holds ? "制作本报告时验签：有效" : "制作本报告时验签：无效，请勿采信", SMALL);
    }

    private void howToVerify() {
        heading("如何验签");
        text("在医生工作台打开本次会诊，按“验签”即可核对，并可下载验签文件。", SMALL);
        text("验签文件可以脱离本系统核对：./run verify-signed --key 公钥指纹 文件。签名以后内容、顺序、签名或公钥的任何改动都查得出来。", SMALL);
        text("未写“已签名”的内容只是已提交。", SMALL);
    }

    private void heading(String words) {
        var paragraph = new Paragraph(words, new Font(font, HEADING));
        paragraph.setSpacingBefore(TEXT);
        paragraph.setSpacingAfter(SPACE);
        paragraph.setKeepTogether(true);
        document.add(paragraph);
    }

    private void line(String name, String value) {
        text(name + "：" + value, TEXT);
    }

    private void text(String words, int size) {
        var paragraph = new Paragraph(size + SPACE, words, new Font(font, size));
        paragraph.setSpacingAfter(2);
        document.add(paragraph);
    }
}
