package org.wuduan.hub.identity;

import java.util.Optional;
import java.util.UUID;
import org.wuduan.contract.NamedHousehold;

/** Where a box belongs; implemented by the module that knows households, so that arrows point one way. */
public interface BoxHomes {
    Optional<NamedHousehold> homeOf(UUID box);
}
