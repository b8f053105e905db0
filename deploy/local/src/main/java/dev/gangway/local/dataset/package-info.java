/** The images that jobs learn from. */
package dev.gangway.local.dataset;
