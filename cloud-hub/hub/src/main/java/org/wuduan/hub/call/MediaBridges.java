package org.wuduan.hub.call;

import java.util.List;
import org.wuduan.bridge.MediaNode;

/** The media nodes of this hub, in the order of preference. */
public record MediaBridges(List<MediaNode> nodes) {
    public MediaBridges {
        nodes = List.copyOf(nodes);
    }
}
