package org.wuduan.hub.access;

import java.util.UUID;

/**
 * The ids that a probe aims at.
 *
 * @param invitation of the rung doctor; a made-up id while the consultation waits
 * @param box one of the household that nobody of the walk uses
 * @param child bound to the patient; nobody of the walk
 * @param reading of nobody, in the household
 */
record Target(
        UUID patient,
        UUID consultation,
        UUID call,
        UUID invitation,
        UUID household,
        UUID box,
        UUID child,
        UUID reading) {}
