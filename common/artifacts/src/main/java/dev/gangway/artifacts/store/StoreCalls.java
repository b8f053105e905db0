package dev.gangway.artifacts.store;

import io.minio.errors.ErrorResponseException;
import java.util.concurrent.Callable;

/** Makes calls to the store and gives their failures a meaning. */
final class StoreCalls {

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int PRECONDITION_FAILED = 412;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;
    private static final int NOT_IMPLEMENTED = 501;
    private static final int INSUFFICIENT_STORAGE = 507;

    private final StoreSettings settings;

    StoreCalls(StoreSettings settings) {
        this.settings = settings;
    }

    <T> T run(String key, Callable<T> call) {
        try {
            return call.call();
        } catch (ErrorResponseException e) {
            throw meaningOf(key, e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new StoreUnavailableException("the store " + settings + " does not answer: " + e.getMessage(), e);
        }
    }

    private StoreException meaningOf(String key, ErrorResponseException e) {
        String code = e.errorResponse().code();
        int status = e.response().code();
        if ("NoSuchBucket".equals(code)) {
            return new StoreRefusedException("the store " + settings + " has no such bucket", e);
        }
        if (mayPass(status)) {
            return new StoreUnavailableException("the store " + settings + " has no time for " + key + ": " + code, e);
        }
        return switch (status) {
            case NOT_FOUND -> new ObjectMissingException(key, e);
            case CONFLICT, PRECONDITION_FAILED -> new PreconditionFailedException(key, e);
            default ->
                new StoreRefusedException(
                        "the store " + settings + " refuses " + key + ": " + code + ", " + e.getMessage(), e);
        };
    }

    /** Whether the same request may be answered later: S3 has internal errors now and then, which say nothing of the object. */
    private static boolean mayPass(int status) {
        return status == REQUEST_TIMEOUT
                || status == TOO_MANY_REQUESTS
                || (status >= SERVER_ERROR && status != NOT_IMPLEMENTED && status != INSUFFICIENT_STORAGE);
    }
}
