package org.wuduan.hub.live;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wuduan.contract.LiveToTerminal;
import org.wuduan.contract.View;
import org.wuduan.hub.identity.Actor;
import org.wuduan.hub.journal.Journal;
import org.wuduan.hub.journal.StreamName;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;

/** Finds the module that shows a stream and asks it for the newest view. */
@Component
class StreamRenderer {
    private static final String OWN_INBOX = "inbox";

    private final List<ViewSource> sources;
    private final Journal journal;
    private final Openings openings;

    StreamRenderer(List<ViewSource> sources, Journal journal, Openings openings) {
        this.sources = List.copyOf(sources);
        this.journal = journal;
        this.openings = openings;
    }

    /** The stream that a client means; inbox is its own. */
    @Nullable
    StreamName parse(Actor actor, String clientName) {
        if (clientName.equals(OWN_INBOX)) {
            return new StreamName(OWN_INBOX, actor.id());
        }
        try {
            return StreamName.parse(clientName);
        } catch (IllegalArgumentException notAStream) {
            return null;
        }
    }

    /** What is sent next. Reads the head first: the view is then at least as new as its number says. */
    LiveToTerminal render(Actor actor, StreamName stream, String clientName) {
        long head = journal.head(stream);
        var source = source(actor, stream);
        return switch (view(source, actor, stream)) {
            case Outcome.Done<View>(var view) -> {
                source.flatMap(shown -> shown.opens(view)).ifPresent(opening -> openings.shown(actor, opening));
                yield new LiveToTerminal.ViewFrame(clientName, head, view);
            }
            case Refused<View>(var problem) -> new LiveToTerminal.Gone(clientName, problem);
        };
    }

    Outcome<View> view(Actor actor, StreamName stream) {
        return view(source(actor, stream), actor, stream);
    }

    private static Outcome<View> view(Optional<ViewSource> source, Actor actor, StreamName stream) {
        return source.map(one -> one.view(actor, stream.id())).orElseGet(() -> Refused.of(ProblemType.NOT_FOUND));
    }

    /** Who shows this stream to this actor; nobody shows the inbox of somebody else. */
    private Optional<ViewSource> source(Actor actor, StreamName stream) {
        boolean foreign = stream.kind().equals(OWN_INBOX) && !stream.id().equals(actor.id());
        return sources.stream()
                .filter(source -> !foreign && source.kind().equals(stream.kind()) && source.serves(actor))
                .findFirst();
    }
}
