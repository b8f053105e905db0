/** How the jobs of a plan are done, through the gateway, over any interruption. */
package dev.gangway.local.paper.run;
