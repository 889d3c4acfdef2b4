/**
 * The door to the network ({@code ./run --lan}): which address, under which certificate. It makes and renews the
 * certificates, or checks one that was brought; it never listens itself, the hub does. Sends no events.
 */
@NullMarked
package org.wuduan.launcher.lan;

import org.jspecify.annotations.NullMarked;
