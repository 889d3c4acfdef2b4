package org.wuduan.hub.identity;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.util.function.SingletonSupplier;
import org.wuduan.hub.audit.Audit;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;

/** Decides every access by relationship; denies by default and keeps each denial. */
@Service
public class Access {
    /** Asked for late, as they need much of the hub themselves, and once: to find them takes longer than to ask them. */
    private final SingletonSupplier<List<RelationshipSource>> sources;

    private final Audit audit;

    Access(ObjectProvider<RelationshipSource> sources, Audit audit) {
        this.sources = SingletonSupplier.of(() -> sources.orderedStream().toList());
        this.audit = audit;
    }

    /**
     * Whether the actor may do this. Without any relationship the subject does not exist for the actor, so that ids
     * can't be probed; that there is a system is known to all.
     */
    public Outcome<Outcome.Nothing> check(Actor actor, Action action, Subject subject) {
        return permitting(actor, action, subject).then(_ -> Outcome.done());
    }

    /** The same check; the answer is all that the actor may do with the subject, by relationship alone. */
    public Outcome<Set<Action>> permitting(Actor actor, Action action, Subject subject) {
        var relationships = relationships(actor, subject);
        var allowed = allowed(relationships);
        if (allowed.contains(action)) {
            return Outcome.of(allowed);
        }
        audit.recordDenial(actor.id(), action.name().toLowerCase(Locale.ROOT), subject.id());
        boolean hidden = relationships.isEmpty() && !(subject instanceof Subject.OfTheSystem);
        return Refused.of(hidden ? ProblemType.NOT_FOUND : ProblemType.ACTION_NOT_ALLOWED);
    }

    /**
     * Whether the actor may do this with what a list is about to show. The list leaves it out otherwise; nobody asked for
     * it, so no denial is kept.
     */
    public boolean allows(Actor actor, Action action, Subject subject) {
        return allowed(relationships(actor, subject)).contains(action);
    }

    private Set<Relationship> relationships(Actor actor, Subject subject) {
        var all = EnumSet.noneOf(Relationship.class);
        for (var source : sources.obtain()) {
            all.addAll(source.between(actor, subject));
        }
        return all;
    }

    private static Set<Action> allowed(Set<Relationship> relationships) {
        var actions = EnumSet.noneOf(Action.class);
        for (var action : Action.values()) {
            if (relationships.stream().anyMatch(relationship -> relationship.allows(action))) {
                actions.add(action);
            }
        }
        return actions;
    }
}
