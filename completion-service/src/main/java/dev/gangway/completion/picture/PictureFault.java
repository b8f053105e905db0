package dev.gangway.completion.picture;

import dev.gangway.completion.task.Failures;
import dev.gangway.contracts.job.JobId;
import java.util.Locale;
import org.jboss.logging.Logger;

/**
 * What befell one picture and says nothing of any other.
 *
 * @param code a stable code in kebab case
 * @param reason for a person
 */
record PictureFault(String code, String reason) {

    private static final Logger LOG = Logger.getLogger(PictureFault.class);

    static PictureFault of(UnusablePictureException refusal) {
        return new PictureFault(refusal.code(), refusal.getMessage());
    }

    /** What nobody foresaw, which is logged here with its trace; what is not about the picture is thrown on. */
    static PictureFault of(JobId job, NumberedPicture picture, RuntimeException failure) {
        if (!Failures.isUnforeseen(failure)) {
            throw failure;
        }
        LOG.errorf(
                failure,
                "job=%s picture %d (%s) fails",
                job,
                picture.number(),
                picture.picture().name());
        return new PictureFault("internal-error", failure.toString());
    }

    /**
     * A picture that is too much for the process's memory or stack, both of which are there again when it is given up; any other trouble of
     * the machine is thrown on.
     */
    static PictureFault of(JobId job, NumberedPicture picture, VirtualMachineError exhausted) {
        if (!isOfTheWork(exhausted)) {
            throw exhausted;
        }
        LOG.errorf(
                exhausted,
                "job=%s picture %d (%s) fails",
                job,
                picture.number(),
                picture.picture().name());
        return new PictureFault("too-much-memory", "the picture needs more memory than the worker has: " + exhausted);
    }

    /** Threads, classes and buffers that run out are missing for everything that follows, too. */
    static boolean isOfTheWork(VirtualMachineError exhausted) {
        String message = String.valueOf(exhausted.getMessage()).toLowerCase(Locale.ROOT);
        return exhausted instanceof StackOverflowError
                || message.contains("heap space")
                || message.contains("array size")
                || message.contains("gc overhead");
    }
}
