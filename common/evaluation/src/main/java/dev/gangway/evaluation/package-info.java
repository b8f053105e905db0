/** How close completed images came to the truth: PSNR, SSIM, Fréchet and kernel distances, and the features they need. */
package dev.gangway.evaluation;
