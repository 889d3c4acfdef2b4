@NullMarked
package org.wuduan.hub.access;

import org.jspecify.annotations.NullMarked;
