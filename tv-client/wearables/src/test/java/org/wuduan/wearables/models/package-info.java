@NullMarked
package org.wuduan.wearables.models;

import org.jspecify.annotations.NullMarked;
