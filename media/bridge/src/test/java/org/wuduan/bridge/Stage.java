package org.wuduan.bridge;

/** Where a {@link MediaNodeContract} plays: one bridge process and the pages that speak to it. */
public interface Stage extends AutoCloseable {
    /** A new adapter to the process, not started yet; several may follow one another. */
    MediaNode node();

    /** The page of one participant, with camera and microphone. */
    Page page();

    /** kill -9 of the process. */
    void kill();

    /** The process stays, but does nothing any more. */
    void hang();

    /** A process is there again, with none of the rooms. */
    void comeBack();

    /** The participant closes its page. */
    void closePage(RoomName room, Participant participant, Page page);

    @Override
    void close();

    /** The two peer connections of one page. */
    interface Page {
        /** Offer to send audio and video. */
        String offer();

        /** The node's answer to it. */
        void accept(String answer);

        /** The answer to an offer of the node. */
        String answer(String offer);
    }
}
