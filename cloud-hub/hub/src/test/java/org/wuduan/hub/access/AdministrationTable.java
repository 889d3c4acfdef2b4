package org.wuduan.hub.access;

import static org.wuduan.hub.access.HttpTable.NO_BODY;
import static org.wuduan.hub.access.HttpTable.only;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wuduan.contract.ActorKind;
import org.wuduan.contract.Administration;
import org.wuduan.contract.AdministratorRole;
import org.wuduan.contract.Department;
import org.wuduan.contract.Level;

/** The endpoints of the administration. The objects that they name do not exist: only the administrator hears that. */
final class AdministrationTable {
    private static final Set<Who> SYSTEM = EnumSet.of(Who.SYSTEM_ADMINISTRATOR);
    private static final String HOME = "/api/administration";

    private AdministrationTable() {}

    static List<HttpRow> rows() {
        return List.of(
                only("GET " + HOME + "/institutions", "", NO_BODY, SYSTEM),
                only("GET " + HOME + "/staff", "?words=x", NO_BODY, SYSTEM),
                only(
                        "POST " + HOME + "/institutions",
                        "",
                        (_, who) -> new Administration.MakeInstitution(
                                HttpRow.fresh(), "新 " + who, Level.COUNTY, List.of(Department.GENERAL), null),
                        SYSTEM),
                only(
                        "POST " + HOME + "/staff",
                        "",
                        (_, who) -> new Administration.MakeStaff(
                                HttpRow.fresh(),
                                "new-" + who.ordinal(),
                                "新人",
                                ActorKind.ADMINISTRATOR,
                                AdministratorRole.AUDIT,
                                null,
                                null),
                        SYSTEM),
                only("GET " + HOME + "/staff-imports/template", "", NO_BODY, SYSTEM),
                only("POST " + HOME + "/staff-imports/check", "", (_, _) -> "身份,姓名", SYSTEM),
                only("POST " + HOME + "/staff-imports", "?checked=another-file", (_, _) -> "身份,姓名", SYSTEM),
                missing(
                        "/institutions/{id}",
                        new Administration.EditInstitution(
                                1, "没有的医院", Level.COUNTY, List.of(Department.GENERAL), null)),
                new HttpRow(
                        "GET " + HOME + "/rosters/{id}/{department}",
                        "",
                        "",
                        NO_BODY,
                        new HttpRow.NothingThere(SYSTEM)),
                missing("/rosters/{id}/{department}", new Administration.EditRoster(0, List.of())),
                missing("/institutions/{id}/standing", new Administration.SetStanding(1, true)),
                missing("/staff/{id}", new Administration.EditStaff(1, "没有的人", null, null)),
                missing("/staff/{id}/standing", new Administration.SetStanding(1, true)),
                missing("/staff/{id}/activation-link", null));
    }

    private static HttpRow missing(String path, @Nullable Object body) {
        return new HttpRow("POST " + HOME + path, "", "", (_, _) -> body, new HttpRow.NothingThere(SYSTEM));
    }
}
