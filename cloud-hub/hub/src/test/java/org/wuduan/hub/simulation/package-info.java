/**
 * Plays thousands of seeded schedules on the production classes of journal, call and consultation: virtual time, a
 * network that loses, doubles and reorders, a database that goes away, a hub and bridges that die. The database is a
 * real PostgreSQL; steps are taken one at a time, so races between threads are not what this finds.
 */
@org.jspecify.annotations.NullMarked
package org.wuduan.hub.simulation;
