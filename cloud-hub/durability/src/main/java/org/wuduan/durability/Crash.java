package org.wuduan.durability;

/**
 * One power cut and what was found after it.
 *
 * @param target what stood on the disk: hub or outbox
 * @param seed repeats the moment's choice and what survived, as far as the writers' timing allows
 * @param acknowledged promises that were given since the cut before
 * @param checked promises that must hold after this cut, those of earlier rounds too
 * @param lost promises that did not hold
 * @param doubled what was there more than once, or came back after it was settled
 * @param pagesLost unsynced pages that the cut took or tore: without any it would prove nothing
 * @param namesLost unsynced names that the cut took
 */
record Crash(
        String target, long seed, int acknowledged, int checked, int lost, int doubled, int pagesLost, int namesLost) {}
