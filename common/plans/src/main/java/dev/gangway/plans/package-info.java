/** From recipes to the plain settings that networks are trained and used with. */
package dev.gangway.plans;
