package dev.gangway.gateway.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gangway.gateway.job.RefusedException.FieldError;
import java.util.List;

/**
 * An error as RFC 9457 describes it.
 *
 * @param type a URN of the code
 * @param title the code for a person
 * @param status the HTTP status
 * @param detail what is wrong this time
 * @param code a stable code in kebab case
 * @param errors what is wrong with which fields; left out when no field is to blame
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Problem(String type, String title, int status, String detail, String code, List<FieldError> errors) {

    static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(int status, String code, String detail, List<FieldError> errors) {
        String words = code.replace('-', ' ');
        String title = Character.toUpperCase(words.charAt(0)) + words.substring(1);
        return new Problem("urn:gangway:problem:" + code, title, status, detail, code, errors);
    }

    static Problem of(int status, String code, String detail) {
        return of(status, code, detail, List.of());
    }
}
