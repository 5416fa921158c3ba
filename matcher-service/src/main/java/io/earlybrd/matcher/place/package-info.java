/**
 * Where a job is and whether that is where a subscriber wants it: names of places are looked up in a gazetteer, and a city lies in its
 * region, country, groups of countries and metro.
 */
package io.earlybrd.matcher.place;
