package org.wuduan.hub.identity;

import java.util.UUID;
import org.wuduan.contract.ActorKind;

/**
 * Who speaks to the hub: a person by account or a household's box.
 *
 * @param id of the account or the box
 */
public record Actor(UUID id, ActorKind kind) {}
