package org.wuduan.hub.identity;

import java.util.Set;

/** A module's knowledge of how actors stand to subjects. */
public interface RelationshipSource {
    Set<Relationship> between(Actor actor, Subject subject);
}
