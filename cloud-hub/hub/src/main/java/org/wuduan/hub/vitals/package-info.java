/**
 * Readings of wearables: accepted in batches that share commits, kept once, shown as the newest, the trend and the last days
 * in short. Owns the tables reading, vital_hour and vital_hour_progress. The acknowledgement is a
 * promise: it is sent after the commit. Never decides who measured (household does). Sends VitalsRecorded with ids only.
 */
@ApplicationModule(allowedDependencies = {"shared", "journal", "identity", "live", "household", "audit"})
@NullMarked
package org.wuduan.hub.vitals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
