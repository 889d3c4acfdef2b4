/**
 * The demonstration: two households, their children and five doctors, all generated and marked 演示. Made once into an
 * empty database when hub.demo is on. Outermost; owns no table, sends no events.
 */
@ApplicationModule(allowedDependencies = {"shared", "identity", "consortium", "household", "referral"})
@NullMarked
package org.wuduan.hub.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
