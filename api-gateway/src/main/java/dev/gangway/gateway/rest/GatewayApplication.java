package dev.gangway.gateway.rest;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;

/** What the OpenAPI document says about the whole. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Gangway",
                        version = "v1",
                        description =
                                "GANs trained in ranked stages and used to complete damaged images, as a job queue. "
                                        + "Submit a job, get `202 Accepted` and its address, and follow it there: by reading it "
                                        + "again, or by its events; or let a webhook be told. Lists come in pages: pass a page's `next` as `cursor`. Every "
                                        + "error is an `application/problem+json` whose `code` is stable.",
                        license = @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")))
public class GatewayApplication extends Application {}
