package dev.gangway.completion.picture;

/** One picture of a job cannot be completed; the others can. */
final class UnusablePictureException extends Exception {

    private final String code;

    UnusablePictureException(String code, String reason, Throwable cause) {
        super(reason, cause);
        this.code = code;
    }

    /** A stable code in kebab case. */
    String code() {
        return code;
    }
}
