package org.wuduan.hub.access;

import static org.wuduan.hub.access.HouseholdTable.about;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.wuduan.contract.Wearables;
import org.wuduan.contract.Wearables.PairingState;

/** The lines of the matrix for the wearables of a household. */
final class WearableTable {
    static final Set<Who> MANAGERS = EnumSet.of(Who.BOX, Who.CHILD_WITH_ALL_RIGHTS, Who.REGISTRAR);
    private static final Set<Who> BOX = EnumSet.of(Who.BOX);
    private static final String PAIRING = "POST /api/households/{id}/wearable-pairing";
    private static final String WEARABLE = "POST /api/households/{id}/wearables/{address}/";
    private static final String ADDRESS = "C0:00:00:00:09:09";
    private static final UUID NO_PAIRING = new UUID(7, 9);

    private WearableTable() {}

    static List<HttpRow> rows() {
        return List.of(
                managers(PAIRING, (_, _) -> new Wearables.StartPairing(HttpRow.fresh())),
                managers(PAIRING + "/choose", (_, _) -> new Wearables.ChooseWearable(NO_PAIRING, ADDRESS)),
                managers(PAIRING + "/answer", (_, _) -> new Wearables.AnswerCode(NO_PAIRING, "004711")),
                managers(
                        PAIRING + "/add", (target, _) -> new Wearables.AddWearable(NO_PAIRING, target.patient(), null)),
                managers(PAIRING + "/end", (_, _) -> new Wearables.EndPairing(NO_PAIRING)),
                about(PAIRING + "/found", (_, _) -> new Wearables.ReportFound(NO_PAIRING, List.of()), BOX),
                about(
                        PAIRING + "/report",
                        (_, _) -> new Wearables.ReportPairing(NO_PAIRING, 1, PairingState.PAIRED, null, null),
                        BOX),
                managers(WEARABLE + "name", (_, _) -> new Wearables.NameWearable("血压计")),
                managers(WEARABLE + "wearer", (target, _) -> new Wearables.ChangeWearer(target.patient())),
                managers(WEARABLE + "remove", (_, _) -> null));
    }

    private static HttpRow managers(String endpoint, BiFunction<Target, Who, @Nullable Object> body) {
        return about(endpoint, body, MANAGERS);
    }
}
