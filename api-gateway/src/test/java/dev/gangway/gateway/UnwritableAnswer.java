package dev.gangway.gateway;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** An operation of tests alone, whose answer cannot be written. */
@Path("/v1/unwritable")
@Produces(MediaType.APPLICATION_JSON)
class UnwritableAnswer {

    /** Stored JSON with half a surrogate pair, which no answer in UTF-8 can hold. */
    record Half(@JsonRawValue String text) {}

    @POST
    @Operation(hidden = true)
    public Half answer() {
        return new Half("\"\ud800\"");
    }
}
