@NullMarked
package org.wuduan.wearables.bluez;

import org.jspecify.annotations.NullMarked;
