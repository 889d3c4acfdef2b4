@NullMarked
package org.wuduan.wearables.simulator;

import org.jspecify.annotations.NullMarked;
