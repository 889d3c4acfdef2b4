package org.wuduan.hub.access;

import static org.wuduan.hub.access.HttpRow.fresh;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.wuduan.contract.Bindings;
import org.wuduan.contract.Boxes;
import org.wuduan.contract.FamilyRight;
import org.wuduan.hub.fixtures.Codes;
import org.wuduan.hub.fixtures.Readings;

/** The lines of the matrix for boxes, sons and daughters. */
final class HouseholdTable {
    private static final Set<Who> MANAGERS = EnumSet.of(Who.CHILD_WITH_ALL_RIGHTS, Who.REGISTRAR);
    private static final Set<Who> CLERK = EnumSet.of(Who.REGISTRAR);
    private static final String SOME_CODE = "WRNGC2DE";
    private static final BiFunction<Target, Who, @Nullable Object> NO_BODY = (_, _) -> null;

    private HouseholdTable() {}

    static List<HttpRow> rows() {
        return List.of(
                anybody(
                        "POST /api/boxes/announcements",
                        (_, _) -> new Boxes.AnnounceBox(fresh(), Readings.SOME_PUBLIC_KEY, "c2lnbmF0dXJl")),
                anybody("POST /api/boxes/announcements/state", (_, _) -> new Boxes.AskAnnouncement(fresh(), SOME_CODE)),
                about(
                        "POST /api/boxes/confirmations",
                        (target, _) -> new Boxes.ConfirmBox(SOME_CODE, target.household(), "客厅"),
                        MANAGERS),
                about("GET /api/households/{id}/boxes", NO_BODY, MANAGERS),
                about("POST /api/boxes/{id}/name", (_, _) -> new Boxes.NameBox("卧室"), MANAGERS),
                about("POST /api/boxes/{id}/move", (target, _) -> new Boxes.MoveBox(target.household()), CLERK),
                about("POST /api/boxes/{id}/remove", NO_BODY, MANAGERS),
                about(
                        "POST /api/bindings/codes",
                        (target, _) -> new Bindings.MakeBindingCode(Codes.random(), target.patient(), null, null, null),
                        EnumSet.of(Who.BOX, Who.REGISTRAR)),
                new HttpRow(
                        "POST /api/bindings",
                        "",
                        "",
                        (_, _) -> new Bindings.Bind(SOME_CODE, "女儿"),
                        new HttpRow.Only(EnumSet.range(Who.CHILD_WITH_ALL_RIGHTS, Who.FOREIGN_CHILD))),
                anybody(
                        "POST /api/family-accounts",
                        (_, _) -> new Bindings.RegisterFamily(SOME_CODE, "somebody", "a password", "某人", "女儿")),
                about("GET /api/patients/{id}/children", NO_BODY, CLERK),
                about(
                        "POST /api/patients/{id}/children/{accountId}/rights",
                        (_, _) -> new Bindings.GrantRights(List.of(FamilyRight.SEE_VITALS), null, null),
                        CLERK),
                about("POST /api/patients/{id}/children/{accountId}/end", NO_BODY, EnumSet.of(Who.BOX, Who.REGISTRAR)),
                about("POST /api/readings/{id}/wearer", (_, _) -> new Bindings.NameWearer(null), EnumSet.of(Who.BOX)));
    }

    private static HttpRow anybody(String endpoint, BiFunction<Target, Who, @Nullable Object> body) {
        return new HttpRow(endpoint, "", "", body, new HttpRow.Only(EnumSet.allOf(Who.class)));
    }

    static HttpRow about(String endpoint, BiFunction<Target, Who, @Nullable Object> body, Set<Who> who) {
        return new HttpRow(endpoint, "", "", body, new HttpRow.AboutHousehold(who));
    }
}
