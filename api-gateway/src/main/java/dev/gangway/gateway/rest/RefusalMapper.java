package dev.gangway.gateway.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.gangway.gateway.fault.JsonFault;
import dev.gangway.gateway.job.RefusedException;
import dev.gangway.gateway.repetition.RequestInProgressException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers what is wrong with requests. */
class RefusalMapper {

    private final ProblemAnswers answers;
    private final Operations operations;

    RefusalMapper(ProblemAnswers answers, Operations operations) {
        this.answers = answers;
        this.operations = operations;
    }

    @ServerExceptionMapper
    Response refused(RefusedException refused) {
        return answers.of(refused);
    }

    /** What Bean Validation finds in a request. */
    @ServerExceptionMapper
    Response invalid(ConstraintViolationException invalid) {
        return answers.of(Problems.of(invalid));
    }

    /** What Jackson cannot read. */
    @ServerExceptionMapper
    Response unreadable(JsonProcessingException unreadable) {
        // Reading stopped for a reason that is not the JSON's, such as its length.
        return answers.of(
                unreadable.getCause() instanceof RefusedException refused ? refused : JsonFault.of(unreadable));
    }

    /** What Jackson cannot read although it is JSON; the framework has a mapper of its own for these. */
    @ServerExceptionMapper
    Response mismatched(MismatchedInputException mismatched) {
        return unreadable(mismatched);
    }

    /** What the framework refuses. */
    @ServerExceptionMapper
    Response refusedByFramework(WebApplicationException refused) {
        if (refused.getCause() instanceof JsonProcessingException unreadable) {
            return unreadable(unreadable);
        }
        return refused.getCause() instanceof RefusedException inner
                ? answers.of(inner)
                : answers.of(Problems.of(refused));
    }

    /** What the resource does not take, with what it does. */
    @ServerExceptionMapper
    Response notAllowed(NotAllowedException refused, UriInfo address) {
        return notAllowed(operations.allowed(address.getPath()));
    }

    /** The framework does not see that a path that ends in an expression takes other methods. */
    @ServerExceptionMapper
    Response notFound(NotFoundException refused, ContainerRequestContext request) {
        Set<String> allowed = operations.allowed(request.getUriInfo().getPath());
        return allowed.isEmpty() || allowed.contains(request.getMethod())
                ? answers.of(Problems.of(refused))
                : notAllowed(allowed);
    }

    private Response notAllowed(Set<String> methods) {
        return Response.fromResponse(answers.of(Problems.ofStatus(405)))
                .header(HttpHeaders.ALLOW, String.join(", ", methods))
                .build();
    }

    /** The same request is being worked on. */
    @ServerExceptionMapper
    Response inProgress(RequestInProgressException inProgress) {
        return answers.of(Problem.of(409, "request-in-progress", inProgress.getMessage()), inProgress.retryAfter());
    }

    /** A stream that has told everything: an event source then stops asking. */
    @ServerExceptionMapper
    Response streamEnded(StreamEndedException ended) {
        return Response.noContent().build();
    }
}
