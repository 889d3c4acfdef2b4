package org.wuduan.hub.ops;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wuduan.bridge.MediaEvent.NodeDown;
import org.wuduan.contract.Operations.PartKind;
import org.wuduan.contract.Operations.PartState;
import org.wuduan.contract.Operations.PartTrouble;
import org.wuduan.hub.call.Bridges;

/** Looks at the media bridges. Asks none of them: each link knows whether its bridge answers. */
@Component
class BridgeParts {
    private final Bridges bridges;

    BridgeParts(Bridges bridges) {
        this.bridges = bridges;
    }

    /** @param calls running calls by bridge */
    List<Finding> look(Map<String, Integer> calls) {
        return bridges.all().stream()
                .map(bridge -> finding(bridge).with(Finding.Detail.ofCalls(calls.getOrDefault(bridge.name(), 0))))
                .toList();
    }

    private static Finding finding(Bridges.Bridge bridge) {
        return switch (bridge.health()) {
            case UP ->
                bridge.isLastOne()
                        ? Finding.of(PartKind.BRIDGE, bridge.name(), PartState.DRAINING, PartTrouble.LAST_ONE)
                        : Finding.well(PartKind.BRIDGE, bridge.name()).since(bridge.since());
            case DRAINING ->
                new Finding(
                        PartKind.BRIDGE,
                        bridge.name(),
                        PartState.DRAINING,
                        null,
                        bridge.drainedSince(),
                        Finding.Detail.NONE);
            case DOWN ->
                Finding.of(PartKind.BRIDGE, bridge.name(), PartState.ILL, trouble(bridge.trouble()))
                        .since(bridge.since());
        };
    }

    private static PartTrouble trouble(NodeDown.@Nullable Reason reason) {
        return switch (reason) {
            case null -> PartTrouble.NOT_STARTED;
            case UNREACHABLE -> PartTrouble.UNREACHABLE;
            case CLOSED -> PartTrouble.CLOSED;
            case SILENT -> PartTrouble.SILENT;
            case NOT_OURS -> PartTrouble.NOT_OURS;
            case SESSION_LOST -> PartTrouble.SESSION_LOST;
        };
    }
}
